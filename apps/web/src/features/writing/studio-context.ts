import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { ToolFormState } from '@mozhou/ui/forms/create-tool-form'
import type { ToolValues } from '@mozhou/ui/forms/tool-draft'
import type { Accessor } from 'solid-js'
import type { useStartGeneration } from './use-studio-actions.ts'

/** A generation this page started, known before the creation's own row is read again. */
export interface StartedHere extends GenerationStartedDto {
  /** Milliseconds since the epoch, this device's clock. */
  startedAt: number
}

/** What form and result of one studio share. */
export interface StudioContext {
  tool: ToolDefinition
  state: ToolFormState
  start: ReturnType<typeof useStartGeneration>
  started: Accessor<StartedHere | null>
  setStarted: (started: StartedHere | null) => void
  /** Something is being written in this studio: a second press would pay for a second text. */
  isWriting: Accessor<boolean>
  setIsWriting: (isWriting: boolean) => void
  /** Leaves what is open for a fresh form with these values. */
  beginWith: (values: ToolValues) => void
  /** The form as it stands. */
  formInput: () => ToolValues
}
