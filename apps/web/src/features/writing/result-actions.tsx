import type { CreationDto, VersionDto } from '@mozhou/contracts/creations/answers'
import type { ToolResult } from '@mozhou/contracts/results/section'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Menu } from '@mozhou/ui/components/menu.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { toastsAbove } from '@mozhou/ui/components/toasts-above'
import { Link } from '@tanstack/solid-router'
import ArrowRight from 'lucide-solid/icons/arrow-right'
import BookPlus from 'lucide-solid/icons/book-plus'
import Copy from 'lucide-solid/icons/copy'
import RefreshCw from 'lucide-solid/icons/refresh-cw'
import Send from 'lucide-solid/icons/send'
import WandSparkles from 'lucide-solid/icons/wand-sparkles'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { ExportButton } from '../works/export-button.tsx'
import { chosenModelId } from './chosen-model.ts'
import type { CopyFormat } from '../works/copy-result.ts'
import { copyResult } from '../works/copy-result.ts'
import { OptimiseDialog } from './optimise-dialog.tsx'
import type { StudioContext } from './studio-context.ts'
import { useCost } from '../works/use-cost.ts'

interface ResultActionsProps {
  context: StudioContext
  creation: CreationDto
  version: VersionDto
}

export function ResultActions(props: ResultActionsProps) {
  const { t, pick, number } = useI18n()
  const cost = useCost()
  const [isOptimising, setIsOptimising] = createSignal(false)
  const start = () => props.context.start
  const sequel = () => {
    const { sequel: follows, input } = props.context.tool
    const form = input.safeParse(props.creation.input)
    if (!follows || !form.success || props.creation.isIncomplete) return null
    const values = follows.from(props.version.result as ToolResult, form.data)
    return values && { label: follows.label, values }
  }
  const canContinue = () => props.creation.isIncomplete && props.creation.continuationsLeft > 0
  const refusal = () => start().refusal('regenerate') ?? start().refusal('continue')
  const regenerate = () =>
    start().press({
      kind: 'regenerate',
      creationId: props.creation.id,
      input: props.context.formInput(),
      modelId: chosenModelId(),
    })
  return (
    <div
      ref={toastsAbove}
      class="bottom-0 flex flex-col gap-3 rounded-b-lg border-t border-line bg-surface px-4 py-3 sm:sticky sm:px-6"
    >
      <Refusal error={refusal()} title={t('writing.startFailed')} />
      <div class="flex flex-wrap items-center gap-2">
        <span class="mr-auto text-sm text-ink-2 tabular-nums">
          {t('writing.words', number(props.version.wordCount))}
        </span>
        <CopyMenu {...props} />
        <ExportButton creationId={props.creation.id} />
        <Link to="/publish/new" search={{ work: props.creation.id }} class={buttonClass({})}>
          <Send size={15} aria-hidden="true" />
          {t('writing.publish')}
        </Link>
        <Button icon={<WandSparkles size={15} aria-hidden="true" />} onClick={() => setIsOptimising(true)}>
          {t('writing.optimise')}
        </Button>
        <Button
          title={t('writing.regenerateHint')}
          isPending={start().isPending('regenerate')}
          icon={<RefreshCw size={15} aria-hidden="true" />}
          onClick={regenerate}
        >
          {t('writing.regenerate', cost.words())}
        </Button>
        <Show when={sequel()}>
          {(next) => (
            <Button
              variant="primary"
              icon={<BookPlus size={16} aria-hidden="true" />}
              onClick={() => props.context.beginWith(next().values)}
            >
              {pick(next().label)}
            </Button>
          )}
        </Show>
        <Show when={canContinue()}>
          <Button
            variant="primary"
            isPending={start().isPending('continue')}
            icon={<ArrowRight size={16} aria-hidden="true" />}
            onClick={() => start().press({ kind: 'continue', creationId: props.creation.id })}
          >
            {t('writing.continue')}
          </Button>
        </Show>
      </div>
      <OptimiseDialog
        context={props.context}
        creationId={props.creation.id}
        isOpen={isOptimising()}
        onClose={() => setIsOptimising(false)}
      />
    </div>
  )
}

function CopyMenu(props: ResultActionsProps) {
  const { t } = useI18n()
  async function copy(format: CopyFormat) {
    const isCopied = await copyResult(props.context.tool, props.version.result, format)
    if (isCopied) toastSuccess({ title: t('writing.copied') })
    else toastError({ title: t('writing.copyFailed') })
  }
  const action = (format: CopyFormat, label: string) => ({ id: format, label, onSelect: () => void copy(format) })
  return (
    <Menu
      triggerLabel={t('writing.copy')}
      triggerClass={buttonClass({})}
      trigger={
        <>
          <Copy size={15} aria-hidden="true" />
          {t('writing.copy')}
        </>
      }
      groups={[
        {
          actions: [
            action('rich', t('writing.copyRich')),
            action('markdown', t('writing.copyMarkdown')),
            action('plain', t('writing.copyPlain')),
          ],
        },
      ]}
    />
  )
}
