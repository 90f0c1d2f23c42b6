import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { SkeletonLines } from '@mozhou/ui/components/skeleton.tsx'
import { Navigate } from '@tanstack/solid-router'
import type { JSX } from 'solid-js'
import { Show, untrack } from 'solid-js'
import { isNoWork } from '../works/load-creation.ts'
import { NoWork } from '../works/no-work.tsx'
import { creationById } from '../works/queries.ts'
import { TrashNotice } from '../works/trash-notice.tsx'

/** A work in the studio, which is filled from it once. */
export function OpenedCreation(props: {
  creationId: string
  tool: ToolDefinition
  children: (input: Record<string, unknown>) => JSX.Element
}) {
  const creation = useQuery(() => creationById(props.creationId))
  return (
    <Show when={!isNoWork(creation.error)} fallback={<NoWork />}>
      <Loaded query={creation} skeleton={<SkeletonLines lines={8} />}>
        {(loaded) => (
          // The form is filled once: a work that is read again, as at its end, leaves it as it stands.
          // A typed address may name one tool and a work of another: its text would be shown in sections that are not its own.
          <Show
            when={loaded().tool === props.tool.key}
            fallback={<Navigate to="/creations/$creationId" params={{ creationId: props.creationId }} replace />}
          >
            <TrashNotice creation={loaded()} />
            {untrack(() => props.children(loaded().input))}
          </Show>
        )}
      </Loaded>
    </Show>
  )
}
