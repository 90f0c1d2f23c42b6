import type { RewriteDto } from '@mozhou/contracts/editing/answers'
import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useQuery } from '@mozhou/ui/api/use-query'
import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { creationsKey } from '../works/queries.ts'

interface RewriteOfferProps {
  generationId: string
  /** There are changes that an accepted version would not contain. */
  isAcceptBarred: boolean
  onAccepted: (version: VersionDto) => void
  onClose: () => void
}

/** A finished rewrite: taken into the text, turned down, or left for later by closing. */
export function RewriteOffer(props: RewriteOfferProps) {
  const { t } = useI18n()
  const client = useQueryClient()
  const offer = useQuery(() => ({
    queryKey: [...creationsKey, 'rewrite', props.generationId] as const,
    queryFn: ({ signal }): Promise<RewriteDto> =>
      api.creations.rewrite.query({ generationId: props.generationId }, { signal }),
    staleTime: 0,
  }))
  const readAgain = () => client.invalidateQueries({ queryKey: creationsKey })
  const accept = useMutation(() => ({
    mutationFn: (): Promise<VersionDto> => api.creations.acceptRewrite.mutate({ generationId: props.generationId }),
    onSuccess: async (version) => {
      await readAgain()
      props.onAccepted(version)
      props.onClose()
    },
  }))
  const dismiss = useMutation(() => ({
    mutationFn: () => api.creations.dismissRewrite.mutate({ generationId: props.generationId }),
    onSuccess: async () => {
      await readAgain()
      props.onClose()
    },
  }))
  const offered = () => offer.data
  const isAcceptable = () => Boolean(offered()?.isApplicable) && !props.isAcceptBarred
  return (
    <>
      <Quoted
        label={t('edit.after')}
        text={offered()?.replacement ?? ''}
        aside={<CopyButton text={offered()?.replacement ?? ''} label={t('edit.copyRewrite')} />}
      />
      <Show when={offered()?.isIncomplete}>
        <Notice tone="warning">{t('edit.rewriteCut')}</Notice>
      </Show>
      <Show when={offered()?.isApplicable === false}>
        <Notice tone="warning">{t('edit.rewriteGone')}</Notice>
      </Show>
      <Show when={props.isAcceptBarred}>
        <Notice tone="info">{t('edit.saveBeforeAccept')}</Notice>
      </Show>
      <Refusal error={accept.error ?? dismiss.error ?? offer.error} />
      <p class="text-xs text-ink-3">{t('edit.decideLater')}</p>
      <div class="flex flex-wrap justify-end gap-2">
        <Button isPending={dismiss.isPending} disabled={!offered()} onClick={() => dismiss.mutate()}>
          {t('edit.reject')}
        </Button>
        <Button
          variant="primary"
          isPending={accept.isPending}
          disabled={!isAcceptable()}
          onClick={() => accept.mutate()}
        >
          {t('edit.accept')}
        </Button>
      </div>
    </>
  )
}

export function Quoted(props: { label: string; text: string; aside?: JSX.Element }) {
  return (
    <section class="rounded-md bg-sunken px-4 py-3">
      <div class="mb-1 flex items-center justify-between gap-2">
        <h3 class="text-xs font-medium text-ink-3">{props.label}</h3>
        {props.aside}
      </div>
      <p class="text-sm leading-relaxed break-words whitespace-pre-wrap">{props.text}</p>
    </section>
  )
}
