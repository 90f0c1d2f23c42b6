import type { RewriteDto } from '@mozhou/contracts/editing/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'
import { waitingRewrites } from './queries.ts'

function useWaitingRewrites(creationId: () => string): () => RewriteDto[] {
  const rewrites = useQuery(() => waitingRewrites(creationId()))
  return () => rewrites.data ?? []
}

/** Says above the text that rewrites wait, and leads to them. */
export function RewritesHint(props: { creationId: string; onOpen: () => void }) {
  const { t, number } = useI18n()
  const rewrites = useWaitingRewrites(() => props.creationId)
  return (
    <Show when={rewrites().length}>
      {(count) => (
        <Notice
          tone="info"
          action={
            <Button size="sm" onClick={() => props.onOpen()}>
              {t('edit.toRewrites')}
            </Button>
          }
        >
          {t('edit.rewritesWait', number(count()))}
        </Notice>
      )}
    </Show>
  )
}

/** Each rewrite that waits, with the way back to it. */
export function WaitingRewrites(props: { creationId: string; onOpen: (rewrite: RewriteDto) => void }) {
  const { t, number } = useI18n()
  const rewrites = useWaitingRewrites(() => props.creationId)
  const statusWords = (rewrite: RewriteDto) => {
    if (rewrite.status === 'writing') return t('edit.rewriting')
    if (!rewrite.isApplicable) return t('edit.rewriteOutdated')
    return rewrite.isIncomplete ? t('edit.rewriteUnfinished') : t('edit.rewriteReady')
  }
  return (
    <Show when={rewrites().length}>
      {(count) => (
        <section class="rounded-md border border-line">
          <h3 class="border-b border-line px-4 py-2 text-sm font-medium">{t('edit.rewritesWait', number(count()))}</h3>
          <ul class="divide-y divide-line">
            <For each={rewrites()}>
              {(rewrite) => (
                <li class="flex items-center gap-3 px-4 py-2">
                  <div class="min-w-0 flex-1">
                    <p class="truncate text-sm">{rewrite.text}</p>
                    <p class="text-xs text-ink-3">
                      {t(`edit.goals.${rewrite.goal}`)} · {statusWords(rewrite)}
                    </p>
                  </div>
                  <Button size="sm" onClick={() => props.onOpen(rewrite)}>
                    {t('edit.viewRewrite')}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </Show>
  )
}
