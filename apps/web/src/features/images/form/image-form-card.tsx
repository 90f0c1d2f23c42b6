import type { ImageToolKey } from '@mozhou/contracts/image-tools/registry'
import { imageToolKeys } from '@mozhou/contracts/image-tools/registry'
import { longestNegativePrompt } from '@mozhou/contracts/images/kinds'
import { useQuery } from '@mozhou/ui/api/use-query'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { isForInputMethod } from '@mozhou/ui/components/input-method'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { Form } from '@mozhou/ui/forms/form.tsx'
import { Link, useLocation } from '@tanstack/solid-router'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import FilePlus from 'lucide-solid/icons/file-plus'
import Sparkles from 'lucide-solid/icons/sparkles'
import { createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import { UploadRefused } from '../../files/send-file.ts'
import { imageTools } from '../queries.ts'
import type { ImageStudioContext } from '../studio-context.ts'
import { useI18n } from '../words.ts'
import { askedFields } from './image-form.ts'
import { ImageFields } from './image-fields.tsx'
import { ImageModelPicker } from './image-model-picker.tsx'
import { isOffered } from './offered.ts'
import { useImageCost } from './use-image-cost.ts'

interface ImageFormCardProps {
  context: ImageStudioContext
  isOpenWork: boolean
  onSubmit: () => void
  onNew: () => void
}

export function ImageFormCard(props: ImageFormCardProps) {
  const { t } = useI18n()
  const form = () => props.context.form
  let element: HTMLFormElement | undefined
  function submit() {
    if (form().check()) return props.onSubmit()
    queueMicrotask(() => element?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus())
  }
  onMount(() => {
    const stop = sendOnShortcut(() => element?.requestSubmit())
    onCleanup(stop)
  })
  return (
    <Card
      title={t('images.form.title')}
      aside={
        <Show when={props.isOpenWork}>
          <Button
            size="sm"
            variant="ghost"
            icon={<FilePlus size={15} aria-hidden="true" />}
            onClick={() => props.onNew()}
          >
            {t('images.form.new')}
          </Button>
        </Show>
      }
    >
      <Form ref={(form) => (element = form)} onSubmit={submit}>
        <Segmented<ImageToolKey>
          label={t('images.form.tool')}
          value={form().values().tool}
          onValueChange={(tool) => form().change({ tool })}
          options={imageToolKeys.map((tool) => ({ value: tool, label: t(`images.form.tools.${tool}`) }))}
        />
        <ImageFields form={form()} />
        <MoreOptions context={props.context} />
        <FormFooter context={props.context} />
      </Form>
    </Card>
  )
}

/** Ctrl/⌘ Enter sends it from anywhere on the page. @returns what ends that */
function sendOnShortcut(send: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isForInputMethod(event)) return
    if (document.querySelector('[role="dialog"]')) return
    event.preventDefault()
    event.stopPropagation()
    send()
  }
  // Captured: a focused select would open on Enter.
  document.addEventListener('keydown', listen, { capture: true })
  return () => document.removeEventListener('keydown', listen, { capture: true })
}

function MoreOptions(props: { context: ImageStudioContext }) {
  const { t } = useI18n()
  const id = createUniqueId()
  const [isOpen, setIsOpen] = createSignal(false)
  const form = () => props.context.form
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen()}
        aria-controls={id}
        class="-my-1 flex h-8 items-center gap-1.5 self-start rounded-sm text-sm text-ink-2 hover:text-ink"
        onClick={() => setIsOpen(!isOpen())}
      >
        <ChevronDown
          size={16}
          aria-hidden="true"
          class={`transition-transform duration-150 ${isOpen() ? 'rotate-180' : ''}`}
        />
        {t(isOpen() ? 'images.form.fewer' : 'images.form.more')}
      </button>
      <div id={id} class="flex flex-col gap-4" hidden={!isOpen()}>
        <Show when={askedFields(form().values()).has('negativePrompt')}>
          <Field label={t('images.form.negative')}>
            <TextArea
              name="negativePrompt"
              rows={2}
              maxLength={longestNegativePrompt}
              placeholder={t('images.form.negativePlaceholder')}
              value={form().values().negativePrompt}
              onValueChange={(negativePrompt) => form().change({ negativePrompt })}
            />
          </Field>
        </Show>
        <ImageModelPicker />
      </div>
    </>
  )
}

/** A mask is sent on a way of its own, and what is said against it comes in another form. */
function Refused(props: { error: Error | null }) {
  const { t, shownError } = useI18n()
  const ofMask = () => (props.error instanceof UploadRefused ? props.error.shown : null)
  return (
    <Show when={ofMask()} fallback={<Refusal error={props.error} title={t('writing.startFailed')} />}>
      {(shown) => (
        <Notice tone="danger" title={t('writing.startFailed')}>
          {shownError(shown())}
        </Notice>
      )}
    </Show>
  )
}

function FormFooter(props: { context: ImageStudioContext }) {
  const { t, number, fieldIssue } = useI18n()
  const cost = useImageCost()
  const location = useLocation()
  const tools = useQuery(() => imageTools())
  const values = () => props.context.form.values()
  const canBeMade = () => isOffered(values(), tools.data?.operations)
  const isPlain = () => values().tool === 'image-upscale' && values().isPlain
  return (
    <div class="flex flex-col gap-3">
      <Show when={!canBeMade()}>
        <Notice tone="warning">{t('images.form.unavailable')}</Notice>
      </Show>
      <Show when={!cost.canPay(values())}>
        <Notice
          tone="warning"
          action={
            <Link to="/recharge" search={{ next: location().href }} class={buttonClass({ size: 'sm' })}>
              {t('writing.recharge')}
            </Link>
          }
        >
          {t('images.form.insufficient', number(cost.price(values())), number(cost.credits() ?? 0))}
        </Notice>
      </Show>
      <Show when={props.context.form.strayIssues().length > 0}>
        <Notice tone="danger">
          <For each={props.context.form.strayIssues()}>{(issue) => <p>{fieldIssue(issue.path, issue)}</p>}</For>
        </Notice>
      </Show>
      <Refused error={props.context.start.refusal('form')} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isWide
        disabled={!canBeMade()}
        isPending={props.context.start.isPending() || props.context.isMaking()}
        icon={<Sparkles size={18} aria-hidden="true" />}
      >
        {isPlain()
          ? t('images.form.submitPlain')
          : t('images.form.submit', cost.pictures(values()), cost.words(values()))}
      </Button>
      <p class="text-center text-xs text-ink-3">
        {t('images.form.missingHint')}
        <span class="hidden sm:inline"> {t('writing.shortcut')}</span>
      </p>
    </div>
  )
}
