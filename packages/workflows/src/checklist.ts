import { setCurrentDetails } from '@temporalio/workflow'

/** Current details of a workflow as a markdown checklist for the people who watch it in the Temporal UI. */
export function createChecklist() {
  const lines: string[] = []
  const show = () => setCurrentDetails(lines.join('\n'))
  return {
    done(text: string) {
      lines.push(`- [x] ${text}`)
      show()
    },
    failed(text: string) {
      lines.push(`- [ ] ⚠️ ${text}`)
      show()
    },
    /** What is under way; the next line replaces it. */
    doing(text: string) {
      setCurrentDetails([...lines, `- [ ] ${text} …`].join('\n'))
    },
  }
}
