import type { CreationDto } from '@mozhou/contracts/creations/answers'
import { withWords } from '@mozhou/ui/i18n/with-words'
import { notFound } from '@tanstack/solid-router'
import type { WorkView } from '../../app-route.ts'
import { loadTool } from '../works/load-tool.ts'

/** A text from the library, in the studio it was written in. */
export async function openText({ tool: key }: CreationDto): Promise<WorkView> {
  const [tool, { WrittenWork }] = await Promise.all([loadTool(key), withWords(() => import('./written-work.tsx'))])
  if (!tool) throw notFound()
  return (props) => <WrittenWork tool={tool} creation={props.creation} />
}
