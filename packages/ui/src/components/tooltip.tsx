import { Tooltip as ArkTooltip } from '@ark-ui/solid/tooltip'
import type { JSX } from 'solid-js'

interface TooltipProps {
  /** More about the trigger, never its only name. */
  content: JSX.Element
  children: JSX.Element
  triggerClass?: string
}

export function Tooltip(props: TooltipProps) {
  return (
    <ArkTooltip.Root
      openDelay={300}
      closeDelay={80}
      lazyMount
      unmountOnExit
      positioning={{ placement: 'top', strategy: 'fixed' }}
    >
      <ArkTooltip.Trigger
        type="button"
        class={
          props.triggerClass ??
          'cursor-help rounded-sm text-left underline decoration-line-strong decoration-dotted underline-offset-4'
        }
      >
        {props.children}
      </ArkTooltip.Trigger>
      <ArkTooltip.Positioner>
        <ArkTooltip.Content class="z-50 max-w-80 animate-enter rounded-md border border-line bg-raised px-3 py-2 text-xs text-ink-2 shadow-float">
          {props.content}
        </ArkTooltip.Content>
      </ArkTooltip.Positioner>
    </ArkTooltip.Root>
  )
}
