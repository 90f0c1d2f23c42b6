import type { VerifyAccountDto } from '@mozhou/contracts/credits/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useMutation } from '@tanstack/solid-query'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'

export function VerifyCard() {
  const { t } = useI18n()
  // A reading, but one that is asked for: each press wants today's answer.
  const verify = useMutation(() => ({ mutationFn: (): Promise<VerifyAccountDto> => api.credits.verify.query() }))
  return (
    <Card
      title={t('credits.verify')}
      icon={<ShieldCheck size={17} class="text-success" aria-hidden="true" />}
      class="h-full"
    >
      <div class="flex flex-col gap-3">
        <p class="text-sm text-ink-2">{t('credits.verifyHint')}</p>
        <div>
          <Button isPending={verify.isPending} onClick={() => verify.mutate()}>
            {t('credits.verifyAction')}
          </Button>
        </div>
        <Refusal error={verify.error} />
        <Show when={verify.data}>{(answer) => <Verdict answer={answer()} />}</Show>
      </div>
    </Card>
  )
}

function Verdict(props: { answer: VerifyAccountDto }) {
  const { t, number } = useI18n()
  return (
    <>
      <Show
        when={props.answer.isIntact}
        fallback={
          <Notice tone="danger" title={t('credits.broken')}>
            {t('credits.brokenHint')}
          </Notice>
        }
      >
        <Notice tone="success" title={t('credits.intact')}>
          {t('credits.intactHint', number(props.answer.entries))}
        </Notice>
      </Show>
      <DetailsList
        rows={[
          { label: t('credits.computed'), value: number(props.answer.computedBalance) },
          { label: t('credits.shown'), value: number(props.answer.cachedBalance) },
          ...(props.answer.firstBadEntryId
            ? [{ label: t('credits.firstBad'), value: <code class="text-xs">{props.answer.firstBadEntryId}</code> }]
            : []),
        ]}
      />
      <Show when={props.answer.headHash}>
        {(hash) => (
          <div class="rounded-md bg-sunken px-4 py-3">
            <p class="flex items-center justify-between text-xs font-medium text-ink-2">
              {t('credits.headHash')}
              <CopyButton text={hash()} label={t('credits.copyHash')} />
            </p>
            <code class="block font-mono text-xs break-all" data-testid="head-hash">
              {hash()}
            </code>
            <p class="mt-1.5 text-xs text-ink-3">{t('credits.headHashHint')}</p>
          </div>
        )}
      </Show>
    </>
  )
}
