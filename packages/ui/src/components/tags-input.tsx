import { TagsInput as ArkTagsInput } from '@ark-ui/solid/tags-input'
import X from 'lucide-solid/icons/x'
import { Index } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { classNames } from '../theme/class-names.ts'
import { controlFrameClass } from './control-class.ts'
import { useField } from './field.tsx'

interface TagsInputProps {
  value: readonly string[]
  onValueChange: (value: string[]) => void
  maxItems: number
  maxLength: number
  placeholder?: string | undefined
}

/** Enter, a comma (Chinese ones too) or leaving the box adds what was typed; pasting a list adds every item. */
export function TagsInput(props: TagsInputProps) {
  const { t } = useUiI18n()
  const field = useField()
  const isFull = () => props.value.length >= props.maxItems
  return (
    <ArkTagsInput.Root
      ids={field ? { input: field.controlId, label: field.labelId } : undefined}
      value={[...props.value]}
      onValueChange={(details) => props.onValueChange(details.value)}
      max={props.maxItems}
      maxLength={props.maxLength}
      delimiter={/[,，、;；\n]/}
      addOnPaste
      blurBehavior="add"
      invalid={field?.isInvalid() ?? false}
      translations={{
        deleteTagTriggerLabel: (tag) => t('ui.removeTag', tag),
        tagAdded: (tag) => t('ui.tagAdded', tag),
        tagDeleted: (tag) => t('ui.tagRemoved', tag),
      }}
    >
      <ArkTagsInput.Control
        class={classNames(controlFrameClass, 'flex min-h-9 flex-wrap items-center gap-1.5 px-2 py-1')}
      >
        <Index each={props.value}>
          {(tag, index) => (
            <ArkTagsInput.Item index={index} value={tag()} class="max-w-full">
              <ArkTagsInput.ItemPreview class="flex max-w-full items-center gap-0.5 rounded-full border border-line bg-sunken pl-2.5 text-xs data-highlighted:border-accent">
                <ArkTagsInput.ItemText class="truncate">{tag()}</ArkTagsInput.ItemText>
                <ArkTagsInput.ItemDeleteTrigger class="flex size-6 items-center justify-center rounded-full text-ink-3 hover:text-ink">
                  <X size={12} aria-hidden="true" />
                </ArkTagsInput.ItemDeleteTrigger>
              </ArkTagsInput.ItemPreview>
              <ArkTagsInput.ItemInput class="rounded-full border border-accent bg-surface px-2 text-xs outline-none" />
            </ArkTagsInput.Item>
          )}
        </Index>
        <ArkTagsInput.Input
          aria-describedby={field?.describedBy()}
          placeholder={isFull() ? undefined : props.placeholder}
          class="h-7 min-w-24 flex-1 bg-transparent px-1 outline-none"
        />
      </ArkTagsInput.Control>
    </ArkTagsInput.Root>
  )
}
