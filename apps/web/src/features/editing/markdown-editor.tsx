import { Button } from '@mozhou/ui/components/button.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import Bold from 'lucide-solid/icons/bold'
import Heading2 from 'lucide-solid/icons/heading-2'
import List from 'lucide-solid/icons/list'
import Quote from 'lucide-solid/icons/quote'
import Redo2 from 'lucide-solid/icons/redo-2'
import Undo2 from 'lucide-solid/icons/undo-2'
import WandSparkles from 'lucide-solid/icons/wand-sparkles'
import { createSignal } from 'solid-js'
import { useI18n } from './words.ts'
import type { Mark } from './markdown-marks.ts'
import { toggleMark } from './markdown-marks.ts'

export interface Selection {
  start: number
  end: number
  text: string
}

interface MarkdownEditorProps {
  value: string
  onValueChange: (value: string) => void
  onRewrite: (selection: Selection) => void
  rewriteLabel: string
  /** There are changes that are not saved yet. */
  isRewriteBarred: boolean
}

/** Text with a toolbar; the browser's own undo reaches typing and marks alike. */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { t } = useI18n()
  const [selection, setSelection] = createSignal<Selection>({ start: 0, end: 0, text: '' })
  let area: HTMLTextAreaElement | undefined
  const note = () => {
    if (!area) return
    const { selectionStart: start, selectionEnd: end, value } = area
    setSelection({ start, end, text: value.slice(start, end) })
  }
  const mark = (kind: Mark) => {
    if (!area) return
    const changed = toggleMark(area.value, area.selectionStart, area.selectionEnd, kind)
    area.focus()
    area.select()
    // Deprecated, and still the one way for a script to write what undo takes back
    // (https://developer.mozilla.org/docs/Web/API/Document/execCommand).
    const isUndoable = document.execCommand('insertText', false, changed.text)
    if (!isUndoable) props.onValueChange(changed.text)
    queueMicrotask(() => area?.setSelectionRange(changed.start, changed.end))
  }
  const command = (name: 'undo' | 'redo') => {
    area?.focus()
    document.execCommand(name)
  }
  const tools = () => [
    { label: t('edit.bold'), icon: Bold, run: () => mark('bold') },
    { label: t('edit.heading'), icon: Heading2, run: () => mark('heading') },
    { label: t('edit.list'), icon: List, run: () => mark('list') },
    { label: t('edit.quote'), icon: Quote, run: () => mark('quote') },
    { label: t('edit.undo'), icon: Undo2, run: () => command('undo') },
    { label: t('edit.redo'), icon: Redo2, run: () => command('redo') },
  ]
  return (
    <div>
      <div role="toolbar" aria-label={t('edit.toolbar')} class="mb-1 flex flex-wrap items-center gap-0.5">
        {tools().map(({ label, icon: Icon, run }) => (
          <IconButton label={label} onClick={run}>
            <Icon size={16} aria-hidden="true" />
          </IconButton>
        ))}
        <Button
          size="sm"
          variant="ghost"
          class="ml-auto"
          icon={<WandSparkles size={15} aria-hidden="true" />}
          disabled={props.isRewriteBarred || selection().text.trim() === ''}
          onClick={() => props.onRewrite(selection())}
        >
          {props.rewriteLabel}
        </Button>
      </div>
      <TextArea
        ref={(element) => (area = element)}
        rows={16}
        value={props.value}
        onValueChange={props.onValueChange}
        onSelect={note}
        onKeyUp={note}
        onMouseUp={note}
      />
    </div>
  )
}
