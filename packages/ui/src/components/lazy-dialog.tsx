import type { Component } from 'solid-js'
import { createEffect, createSignal, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { isLoadFailure } from '../device/load-failure.ts'
import { useUiI18n } from '../i18n/i18n.tsx'
import { withWords } from '../i18n/with-words.ts'
import { Button } from './button.tsx'
import { PartFailed } from './part-failed.tsx'
import { Spinner } from './spinner.tsx'

/** A dialog whose code comes when it is first opened; where the code does not come, that is said in its place, with a way to try again. */
export function lazyDialog<Props extends { isOpen: boolean; onClose: () => void }>(
  load: () => Promise<Component<Props>>,
): Component<Props> {
  let loaded: Component<Props> | null = null

  return (props) => {
    const [dialog, setDialog] = createSignal(loaded)
    const [hasFailed, setHasFailed] = createSignal(false)
    // Closed when it is put into the page, then opened: the kit would take one that was never closed for one that is still closing.
    const [isMounted, setIsMounted] = createSignal(loaded !== null)
    async function begin() {
      setHasFailed(false)
      try {
        loaded = await withWords(load)
        setDialog(() => loaded)
        setTimeout(() => setIsMounted(true))
      } catch (cause) {
        setHasFailed(true)
        if (!isLoadFailure(cause)) throw cause
      }
    }
    createEffect(() => {
      if (props.isOpen && dialog() === null) void begin()
    })
    return (
      <Show
        when={dialog()}
        fallback={
          <Show when={props.isOpen}>
            <Waiting hasFailed={hasFailed()} onRetry={() => void begin()} onClose={() => props.onClose()} />
          </Show>
        }
      >
        {(component) => <Dynamic component={component()} {...props} isOpen={props.isOpen && isMounted()} />}
      </Show>
    )
  }
}

function Waiting(props: { hasFailed: boolean; onRetry: () => void; onClose: () => void }) {
  const { t } = useUiI18n()
  return (
    <div
      class="fixed inset-0 z-40 flex items-center justify-center bg-scrim p-4"
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      <div class="flex min-w-48 animate-enter flex-col items-center rounded-lg border border-line bg-raised p-5 shadow-float">
        <Show
          when={props.hasFailed}
          fallback={
            <p role="status" class="flex items-center gap-3 text-sm text-ink-2">
              <Spinner />
              {t('ui.loading')}
            </p>
          }
        >
          <PartFailed onRetry={() => props.onRetry()} />
        </Show>
        <Button
          variant="ghost"
          class="mt-2"
          ref={(button) => queueMicrotask(() => button.focus())}
          onClick={() => props.onClose()}
        >
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  )
}
