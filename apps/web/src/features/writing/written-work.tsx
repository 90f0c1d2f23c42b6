import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { useNavigate } from '@tanstack/solid-router'
import { Studio } from './studio.tsx'

export function WrittenWork(props: { tool: ToolDefinition; creation: CreationDto }) {
  const navigate = useNavigate()
  const toStudio = (search: { creation?: string; generation?: string }) =>
    void navigate({ to: '/writing/$tool', params: { tool: props.tool.key }, search })
  return (
    <Studio
      tool={props.tool}
      input={props.creation.input}
      creationId={props.creation.id}
      generationId={null}
      onStarted={(started) => {
        if (started.creationId !== props.creation.id)
          toStudio({ creation: started.creationId, generation: started.generationId })
      }}
      onNew={() => toStudio({})}
    />
  )
}
