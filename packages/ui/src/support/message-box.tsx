import { createEffect, createSignal, on, untrack } from 'solid-js'
import { createRequestKeys } from '../api/request-key.ts'
import { Button } from '../components/button.tsx'
import { Refusal } from '../components/refusal.tsx'
import { TextArea } from '../components/text-area.tsx'
import { openTabDraft } from '../device/tab-draft.ts'

interface MessageBoxProps {
  label: string
  placeholder: string
  action: string
  hint: string
  maxLength: number
  /** Where what is typed and not sent outlives a reload. */
  draftKey: string
  /** Resolves once it is written. */
  send: (message: { text: string; requestKey: string }) => Promise<unknown>
}

/** A line of one's own: a press counts once, and what is not sent stays as it was typed. */
export function MessageBox(props: MessageBoxProps) {
  const draft = openTabDraft(untrack(() => props.draftKey))
  const keys = createRequestKeys()
  const [text, setText] = createSignal(draft.read() ?? '')
  const [isPending, setIsPending] = createSignal(false)
  const [refusal, setRefusal] = createSignal<unknown>(null)
  createEffect(
    on(
      text,
      (typed) => {
        if (typed === '') draft.forget()
        else draft.write(typed)
      },
      { defer: true },
    ),
  )
  const isFit = () => text().trim() !== '' && text().length <= props.maxLength
  async function send() {
    if (isPending() || !isFit()) return
    const sent = text().trim()
    setIsPending(true)
    setRefusal(null)
    try {
      await props.send({ text: sent, requestKey: keys.keyFor(sent) })
      keys.answered()
      setText('')
    } catch (cause) {
      keys.failed(cause)
      setRefusal(cause)
    } finally {
      setIsPending(false)
    }
  }
  return (
    <form
      class="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextArea
        aria-label={props.label}
        placeholder={props.placeholder}
        rows={4}
        maxLength={props.maxLength}
        value={text()}
        onValueChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      <Refusal error={refusal()} />
      <div class="flex items-center justify-between gap-3">
        <p class="text-xs text-ink-3">{props.hint}</p>
        <Button type="submit" variant="primary" isPending={isPending()} disabled={!isFit()}>
          {props.action}
        </Button>
      </div>
    </form>
  )
}
