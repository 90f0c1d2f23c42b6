import type { Body } from '@mozhou/platforms/platform-package'
import { Field } from '@mozhou/ui/components/field.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { createEffect, createMemo, createSignal, Index, on, Show, untrack } from 'solid-js'
import { useI18n } from '../words.ts'
import { joinHtml, splitHtml } from './html-pieces.ts'
import type { Token } from './html-pieces.ts'
import { bodySource, withSource } from './package-edits.ts'

interface BodyFieldProps {
  body: Body
  onChange: (body: Body) => void
}

/** The text, in the form that the platform takes: Markdown and captions as they are, HTML run by run, so that its layout stays. */
export function BodyField(props: BodyFieldProps) {
  const { t } = useI18n()
  return (
    <Show
      when={props.body.form === 'html'}
      fallback={
        <Field label={t('publishCompose.bodyField')}>
          <TextArea
            rows={8}
            value={bodySource(props.body)}
            onValueChange={(source) => props.onChange(withSource(props.body, source))}
          />
        </Field>
      }
    >
      <HtmlPieces html={bodySource(props.body)} onChange={(html) => props.onChange({ form: 'html', html })} />
    </Show>
  )
}

function HtmlPieces(props: { html: string; onChange: (html: string) => void }) {
  const { t, number } = useI18n()
  // Kept while they are typed in: a run that is empty for a moment is still a run.
  const [tokens, setTokens] = createSignal<readonly Token[]>([])
  createEffect(
    on(
      () => props.html,
      (html) => {
        if (joinHtml(untrack(tokens)) !== html) setTokens(splitHtml(html))
      },
    ),
  )
  const runs = createMemo(() =>
    tokens().flatMap((token, at) => (token.kind === 'words' ? [{ at, text: token.text }] : [])),
  )
  function change(at: number, text: string): void {
    const next = tokens().map((token, place) => (place === at ? { kind: 'words' as const, text } : token))
    setTokens(next)
    props.onChange(joinHtml(next))
  }
  return (
    <details class="rounded-md border border-line">
      <summary class="cursor-pointer px-3 py-2 text-sm font-medium">
        {t('publishCompose.showBody', number(runs().length))}
        <span class="block text-xs font-normal text-ink-3">{t('publishCompose.bodyHint')}</span>
      </summary>
      <div class="flex max-h-128 flex-col gap-2 overflow-y-auto border-t border-line p-3">
        <Index each={runs()}>
          {(run, index) => (
            <TextArea
              rows={Math.min(6, Math.max(1, Math.ceil(run().text.length / 36)))}
              class="min-h-9!"
              aria-label={t('publishCompose.bodyPiece', number(index + 1))}
              value={run().text}
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              onValueChange={(text) => change(run().at, text)}
            />
          )}
        </Index>
      </div>
    </details>
  )
}
