import type { Component, JSX } from 'solid-js'
import { createSignal, Match, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { withWords } from '../i18n/with-words.ts'
import { isLoadFailure } from '../device/load-failure.ts'
import { PartFailed } from './part-failed.tsx'
import { SkeletonLines } from './skeleton.tsx'

/**
 * A part of a page whose code comes when it is first shown. Meanwhile a skeleton stands there; where the code does not come, that
 * is said, with a way to try again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<Component<Props>>,
  skeleton: () => JSX.Element = () => <SkeletonLines lines={6} class="p-4 sm:p-6" />,
): Component<Props> {
  let loaded: Component<Props> | null = null

  return (props) => {
    const [part, setPart] = createSignal(loaded)
    const [hasFailed, setHasFailed] = createSignal(false)
    async function begin() {
      setHasFailed(false)
      try {
        loaded = await withWords(load)
        setPart(() => loaded)
      } catch (cause) {
        setHasFailed(true)
        if (!isLoadFailure(cause)) throw cause
      }
    }
    if (loaded === null) void begin()
    return (
      <Switch fallback={skeleton()}>
        <Match when={part()}>{(component) => <Dynamic component={component()} {...props} />}</Match>
        <Match when={hasFailed()}>
          <PartFailed onRetry={() => void begin()} />
        </Match>
      </Switch>
    )
  }
}
