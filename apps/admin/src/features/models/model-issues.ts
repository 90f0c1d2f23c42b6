import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import type { FieldIssue } from '@mozhou/ui/wire/wire-error'

/** What the API has against boxes of the model form; its input for changes holds them a step deeper. */
export function modelIssues(cause: unknown): FieldIssue[] {
  return refusalIssues(cause, { MODEL_ALIAS_TAKEN: 'alias' }).map((issue) => ({
    ...issue,
    path: issue.path.replace(/^changes\./, ''),
  }))
}
