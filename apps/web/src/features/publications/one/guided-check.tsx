import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import { platforms } from '@mozhou/platforms/platforms'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import ExternalLink from 'lucide-solid/icons/external-link'
import { createSignal, For, Show } from 'solid-js'
import { calls } from '../calls.ts'
import { tellPublications } from '../queries.ts'
import { useI18n } from '../words.ts'

/** Nobody knows whether it is out: the person looks, and says either where it is or that it is not there. */
export function GuidedCheck(props: { publication: PublicationDetailDto }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = createSignal(false)
  const deny = useMutation(() => ({
    mutationFn: () => calls.denyPosted.mutate({ publicationId: props.publication.id }),
    onSuccess: () => toastSuccess({ title: t('publishOne.denied') }),
    onSettled: async () => {
      setIsAsking(false)
      await tellPublications(client)
    },
  }))
  const host = () => platforms[props.publication.platform].hosts[0]
  return (
    <Card title={t('publishOne.guideTitle')}>
      <ol class="list-decimal pl-5 text-sm leading-relaxed text-ink-2">
        <For each={['look', 'there', 'absent'] as const}>{(step) => <li>{t(`publishOne.guideSteps.${step}`)}</li>}</For>
      </ol>
      <Refusal error={deny.error} />
      <div class="mt-4 flex flex-wrap gap-2">
        <a href={`https://${host()}`} target="_blank" rel="noreferrer" class={buttonClass({})}>
          <ExternalLink size={15} aria-hidden="true" />
          {t('publishOne.guideOpen')}
        </a>
        <Show when={props.publication.can.denyPosted}>
          <Button onClick={() => setIsAsking(true)}>{t('publishOne.deny')}</Button>
        </Show>
      </div>
      <ConfirmDialog
        isOpen={isAsking()}
        onClose={() => setIsAsking(false)}
        title={t('publishOne.denyTitle')}
        description={t('publishOne.denyHint')}
        action={t('publishOne.deny')}
        isDanger
        isPending={deny.isPending}
        onConfirm={() => deny.mutate()}
      />
    </Card>
  )
}
