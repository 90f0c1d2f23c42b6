import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import type { ToolValues } from '@mozhou/ui/forms/tool-draft'
import { ToolForm } from '@mozhou/ui/forms/tool-form.tsx'
import { Link, useLocation } from '@tanstack/solid-router'
import FilePlus from 'lucide-solid/icons/file-plus'
import Sparkles from 'lucide-solid/icons/sparkles'
import { createUniqueId, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { ModelPicker } from './model-picker.tsx'
import type { StudioContext } from './studio-context.ts'
import { useCost } from '../works/use-cost.ts'

interface StudioFormProps {
  context: StudioContext
  isOpenCreation: boolean
  onSubmit: (values: ToolValues) => void
  onNew: () => void
}

export function StudioForm(props: StudioFormProps) {
  const { t } = useI18n()
  return (
    <Card
      title={t('writing.formTitle')}
      aside={
        <Show
          when={props.isOpenCreation}
          fallback={
            <span class="flex gap-1">
              <Button size="sm" variant="ghost" onClick={() => props.context.state.fill(props.context.tool.example)}>
                {t('writing.fillExample')}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => props.context.state.clear()}>
                {t('ui.clearForm')}
              </Button>
            </span>
          }
        >
          <Button
            size="sm"
            variant="ghost"
            icon={<FilePlus size={15} aria-hidden="true" />}
            onClick={() => props.onNew()}
          >
            {t('writing.newArticle')}
          </Button>
        </Show>
      }
    >
      <ToolForm
        state={props.context.state}
        onSubmit={(values) => props.onSubmit(values)}
        footer={<FormFooter context={props.context} isOpenCreation={props.isOpenCreation} />}
      />
    </Card>
  )
}

/** With a work open the button says which of the two it is, before it is pressed: another work, not another version of this one. */
function FormFooter(props: { context: StudioContext; isOpenCreation: boolean }) {
  const { t, number } = useI18n()
  const cost = useCost()
  const location = useLocation()
  const hintId = createUniqueId()
  return (
    <div class="flex flex-col gap-3">
      <ModelPicker />
      <Show when={!cost.canPay()}>
        <Notice
          tone="warning"
          action={
            <Link to="/recharge" search={{ next: location().href }} class={buttonClass({ size: 'sm' })}>
              {t('writing.recharge')}
            </Link>
          }
        >
          {t('writing.insufficient', number(cost.price()), number(cost.credits() ?? 0))}
        </Notice>
      </Show>
      <Refusal error={props.context.start.refusal('generate')} title={t('writing.startFailed')} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isWide
        aria-describedby={props.isOpenCreation ? hintId : undefined}
        isPending={props.context.start.isPending('generate') || props.context.isWriting()}
        icon={<Sparkles size={18} aria-hidden="true" />}
      >
        {t(props.isOpenCreation ? 'writing.generateNew' : 'writing.generate', cost.words())}
      </Button>
      <Show when={props.isOpenCreation}>
        <p id={hintId} class="text-xs text-ink-2">
          {t('writing.generateNewHint')}
        </p>
      </Show>
      <p class="hidden text-center text-xs text-ink-3 sm:block">{t('writing.shortcut')}</p>
    </div>
  )
}
