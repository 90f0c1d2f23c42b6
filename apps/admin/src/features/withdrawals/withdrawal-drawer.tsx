import type { WithdrawalDetailDto } from '@mozhou/contracts/withdrawals/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import ExternalLink from 'lucide-solid/icons/external-link'
import { For, Show } from 'solid-js'
import { PersonLink } from '../accounts/person-link.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import { withdrawalById } from './queries.ts'
import { WithdrawalActions } from './withdrawal-actions.tsx'
import { WithdrawalStatusBadge } from './withdrawal-status-badge.tsx'
import { useI18n } from './words.ts'

/** All of one withdrawal, with what may be done about it. */
export function WithdrawalDrawer(props: { withdrawalId: string; onClose: () => void }) {
  const { t, money } = useI18n()
  const may = usePermissions()
  const one = useQuery(() => withdrawalById(props.withdrawalId))
  return (
    <Dialog
      isOpen
      onClose={() => props.onClose()}
      title={one.data ? t('withdrawals.title', money(one.data.amountFen)) : t('withdrawals.open')}
    >
      <Loaded query={one}>
        {(data) => (
          <div class="flex flex-col gap-5">
            <Facts withdrawal={data()} />
            <Transfers withdrawal={data()} />
            <Show when={may('withdrawal:decide')}>
              <WithdrawalActions withdrawal={data()} />
            </Show>
          </div>
        )}
      </Loaded>
    </Dialog>
  )
}

function Facts(props: { withdrawal: WithdrawalDetailDto }) {
  const { t, money, number, exactTime } = useI18n()
  const rows = () => {
    const { withdrawal } = props
    const { payee, taxPolicy } = withdrawal
    const maybe = (label: string, value: string | null) => (value === null || value === '' ? [] : [{ label, value }])
    const fen = (label: string, value: number | null) => maybe(label, value === null ? null : money(value))
    const why = withdrawal.reviewReasons.map((reason) => t(`withdrawals.reviewOf.${reason}`)).join(' · ')
    return [
      { label: t('withdrawals.status'), value: <WithdrawalStatusBadge status={withdrawal.status} /> },
      { label: t('withdrawals.user'), value: <PersonLink person={withdrawal.user} /> },
      {
        label: t('withdrawals.payee'),
        value: `${t(`withdrawals.channelOf.${payee.channel}`)} ${payee.accountMark} ${payee.nameMark}`,
      },
      ...maybe(t('withdrawals.why'), why),
      ...maybe(t('withdrawals.policy'), taxPolicy === null ? null : t(`withdrawals.policyOf.${taxPolicy}`)),
      ...fen(t('withdrawals.tax'), withdrawal.taxFen),
      ...fen(t('withdrawals.net'), withdrawal.netFen),
      { label: t('withdrawals.attempt'), value: number(withdrawal.attempt) },
      ...maybe(
        t('withdrawals.end'),
        withdrawal.endReason === null ? null : t(`withdrawals.endOf.${withdrawal.endReason}`),
      ),
      ...maybe(t('withdrawals.decidedBy'), withdrawal.decidedBy),
      ...maybe(t('withdrawals.decision'), withdrawal.decisionNote),
      { label: t('withdrawals.time'), value: exactTime(withdrawal.createdAt) },
      ...maybe(t('withdrawals.endedAt'), withdrawal.endedAt === null ? null : exactTime(withdrawal.endedAt)),
    ]
  }
  return (
    <>
      <DetailsList rows={rows()} />
      <Show when={props.withdrawal.sharedWith.length > 0}>
        <section>
          <h3 class="mb-1 text-sm font-semibold">{t('withdrawals.sharedWith')}</h3>
          <ul class="flex flex-wrap gap-3 text-sm">
            <For each={props.withdrawal.sharedWith}>
              {(person) => (
                <li>
                  <PersonLink person={person} />
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  )
}

function Transfers(props: { withdrawal: WithdrawalDetailDto }) {
  const { t, exactTime } = useI18n()
  return (
    <>
      <Show when={props.withdrawal.transfers.length > 0}>
        <section>
          <h3 class="mb-1 text-sm font-semibold">{t('withdrawals.transfers')}</h3>
          <ul class="divide-y divide-line text-sm">
            <For each={props.withdrawal.transfers}>
              {(sent) => (
                <li class="flex flex-col gap-0.5 py-2">
                  <span class="flex items-center justify-between gap-3">
                    <span class="font-mono text-xs break-all">{sent.transferNo}</span>
                    <WithdrawalStatusBadge status={sent.status} />
                  </span>
                  <span class="text-xs text-ink-3">
                    {exactTime(sent.createdAt)}
                    <Show when={sent.channelNo}>{(no) => ` · ${t('withdrawals.channelNo')} ${no()}`}</Show>
                    <Show when={sent.vendorCode}>{(code) => ` · ${t('withdrawals.vendorCode')} ${code()}`}</Show>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={props.withdrawal.workflowUrl}>
        {(url) => (
          <a href={url()} target="_blank" rel="noreferrer" class={buttonClass({})}>
            <ExternalLink size={15} aria-hidden="true" />
            {t('withdrawals.workflow')}
          </a>
        )}
      </Show>
    </>
  )
}
