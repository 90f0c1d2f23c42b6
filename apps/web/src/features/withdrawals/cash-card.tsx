import type { CashAccountDto } from '@mozhou/contracts/withdrawals/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { ExchangeDialog } from './exchange-dialog.tsx'
import { PayeeDialog } from './payee-dialog.tsx'
import { RequestForm } from './request-form.tsx'
import { useI18n } from './words.ts'

/** What there is, whom it goes to, and the way out. */
export function CashCard(props: { account: CashAccountDto }) {
  const { t, money } = useI18n()
  const [isExchanging, setIsExchanging] = createSignal(false)
  const rows = () => [
    {
      label: t('withdrawals.balance'),
      value: <strong class="text-xl tabular-nums">{money(props.account.cashFen)}</strong>,
    },
    // Nothing can be withdrawn while there is a debt, whatever the day would allow.
    ...(props.account.isOn && !props.account.isInDebt
      ? [{ label: t('withdrawals.left'), value: money(props.account.leftFen) }]
      : []),
  ]
  return (
    <Card
      aside={
        <Button size="sm" disabled={props.account.cashFen < 10} onClick={() => setIsExchanging(true)}>
          {t('withdrawals.exchange')}
        </Button>
      }
      title={t('withdrawals.balance')}
    >
      <div class="flex flex-col gap-4">
        <DetailsList rows={rows()} />
        <Switch fallback={<WayOut account={props.account} />}>
          <Match when={!props.account.isOn}>
            <Notice tone="info">{t('withdrawals.off')}</Notice>
          </Match>
          <Match when={props.account.isInDebt}>
            <Notice tone="warning">{t('withdrawals.debt')}</Notice>
          </Match>
        </Switch>
      </div>
      <Show when={isExchanging()}>
        <ExchangeDialog cashFen={props.account.cashFen} onClose={() => setIsExchanging(false)} />
      </Show>
    </Card>
  )
}

/** Without an account it is asked for first; the amount is asked for after. */
function WayOut(props: { account: CashAccountDto }) {
  const { t } = useI18n()
  const [isEditing, setIsEditing] = createSignal(false)
  return (
    <>
      <Show
        when={props.account.payee}
        fallback={
          <Notice
            tone="info"
            action={
              <Button variant="primary" size="sm" onClick={() => setIsEditing(true)}>
                {t('withdrawals.setPayee')}
              </Button>
            }
          >
            {t('withdrawals.noPayee')}
          </Notice>
        }
      >
        {(payee) => (
          <div class="flex flex-wrap items-center justify-between gap-2 text-sm">
            <span>
              <span class="text-ink-3">{t('withdrawals.payee')} </span>
              {t(
                'withdrawals.payeeOf',
                t(`withdrawals.channelOf.${payee().channel}`),
                payee().accountMark,
                payee().nameMark,
              )}
            </span>
            <Button size="sm" variant="ghost" onClick={() => setIsEditing(true)}>
              {t('withdrawals.changePayee')}
            </Button>
          </div>
        )}
      </Show>
      <Show when={props.account.payee !== null && props.account.open === null}>
        <RequestForm account={props.account} />
      </Show>
      <Show when={isEditing()}>
        <PayeeDialog channels={props.account.channels} onClose={() => setIsEditing(false)} />
      </Show>
    </>
  )
}
