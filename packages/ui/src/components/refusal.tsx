import { Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { Notice } from './notice.tsx'

/** What was refused, in words, where it was asked; nothing while there is no error. */
export function Refusal(props: { error: unknown; title?: string }) {
  const { error } = useUiI18n()
  return (
    <Show when={props.error}>
      {(cause) => (
        <div ref={showWhole}>
          <Notice tone="danger" title={props.title}>
            {error(cause())}
          </Notice>
        </div>
      )}
    </Show>
  )
}

/** It pushes the pressed button down and may stand below the edge of the window itself; a frame later it has its place. */
function showWhole(notice: HTMLElement): void {
  requestAnimationFrame(() => notice.scrollIntoView({ block: 'nearest' }))
}
