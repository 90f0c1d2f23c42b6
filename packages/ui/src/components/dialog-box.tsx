import { Dialog as ArkDialog } from '@ark-ui/solid/dialog'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { useUiI18n } from '../i18n/i18n.tsx'
import { classNames } from '../theme/class-names.ts'
import type { DialogProps } from './dialog-props.ts'
import { IconButton } from './icon-button.tsx'
import { toastsAbove } from './toasts-above.ts'

const widths = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-4xl', xl: 'max-w-6xl' }
const places = {
  center: {
    positioner: 'items-end justify-center sm:items-center sm:p-6',
    content: 'max-h-[92dvh] rounded-t-lg sm:max-h-[86dvh] sm:rounded-lg',
  },
  drawer: { positioner: 'items-stretch justify-end', content: 'h-dvh sm:rounded-l-lg' },
  left: { positioner: 'items-stretch justify-start', content: 'h-dvh w-72 max-w-[85vw] rounded-r-lg' },
}

/** Esc and a press beside it close; the focus stays inside while open and goes back to where it was. */
export function DialogBox(props: DialogProps) {
  const { t } = useUiI18n()
  const place = () => places[props.placement ?? 'center']
  return (
    <ArkDialog.Root
      open={props.isOpen}
      onOpenChange={(details) => {
        if (!details.open) props.onClose()
      }}
      lazyMount
      unmountOnExit
    >
      <Portal>
        <ArkDialog.Backdrop class="fixed inset-0 z-40 animate-enter bg-scrim" />
        <ArkDialog.Positioner class={classNames('fixed inset-0 z-40 flex', place().positioner)}>
          <ArkDialog.Content
            ref={toastsAbove}
            class={classNames(
              'flex animate-enter flex-col border border-line bg-raised shadow-float outline-none',
              place().content,
              props.placement !== 'left' && `w-full ${widths[props.size ?? 'md']}`,
            )}
          >
            <div class="flex items-start gap-3 px-5 pt-4 pb-3">
              <div class="min-w-0 flex-1 pt-1">
                <ArkDialog.Title class="text-base font-semibold">{props.title}</ArkDialog.Title>
                <Show when={props.description}>
                  <ArkDialog.Description class="mt-1 text-sm text-ink-2">{props.description}</ArkDialog.Description>
                </Show>
              </div>
              <IconButton label={t('ui.close')} onClick={() => props.onClose()}>
                <X size={18} aria-hidden="true" />
              </IconButton>
            </div>
            <Show when={props.children}>
              <div class="min-h-0 flex-1 overflow-y-auto px-5 pb-5" tabindex="-1">
                {props.children}
              </div>
            </Show>
            <Show when={props.footer}>
              <div ref={toastsAbove} class="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
                {props.footer}
              </div>
            </Show>
          </ArkDialog.Content>
        </ArkDialog.Positioner>
      </Portal>
    </ArkDialog.Root>
  )
}
