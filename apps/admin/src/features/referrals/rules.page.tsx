import type { ReferralRuleDto } from '@mozhou/contracts/referrals/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { createSignal, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { DecideRuleDialog } from './decide-rule-dialog.tsx'
import { referralRulesMenu } from './menu.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { referralRules } from './queries.ts'
import { useI18n } from './words.ts'

export function RulesPage() {
  const { t, pick } = useI18n()
  const may = usePermissions()
  const rules = useQuery(() => referralRules())
  const [isProposing, setIsProposing] = createSignal(false)
  const [decided, setDecided] = createSignal<ReferralRuleDto | null>(null)
  const columns = useColumns(setDecided)
  const inForce = () => rules.data?.find((rule) => rule.isInForce)
  return (
    <Page
      title={pick(referralRulesMenu.title)}
      subtitle={t('rebateRules.subtitle')}
      aside={
        <Show when={may('referral:rules')}>
          <Button variant="primary" onClick={() => setIsProposing(true)}>
            {t('rebateRules.propose')}
          </Button>
        </Show>
      }
    >
      <Card isFlush>
        <DataTable
          caption={pick(referralRulesMenu.title)}
          columns={columns()}
          query={singlePage(rules)}
          empty={<EmptyState title={t('rebateRules.none')} />}
        />
      </Card>
      <Show when={isProposing()}>
        <ProposeDialog from={inForce()} onClose={() => setIsProposing(false)} />
      </Show>
      <Show when={decided()} keyed>
        {(rule) => <DecideRuleDialog rule={rule} onClose={() => setDecided(null)} />}
      </Show>
    </Page>
  )
}

function useColumns(onDecide: (rule: ReferralRuleDto) => void): () => Column<ReferralRuleDto>[] {
  const { t, number, exactTime } = useI18n()
  const may = usePermissions()
  const rate = (rateBp: number | undefined) => (rateBp === undefined ? '—' : `${number(rateBp / 100)} %`)
  const windowOf = ({ window, windowCount }: ReferralRuleDto) =>
    window === 'first_order'
      ? t('rebateRules.windowWords.first_order')
      : t(`rebateRules.windowWords.${window}`, number(windowCount ?? 0))
  const termsOf = (rule: ReferralRuleDto) =>
    [
      t(
        'rebateRules.termsOf',
        number(rule.welcomeCredits),
        rule.coupon
          ? t('rebateRules.couponTerms', rule.coupon.name, number(rule.coupon.credits))
          : t(`rebateRules.formOf.${rule.form}`),
        number(rule.holdDays),
      ),
      windowOf(rule),
      ...(rule.isReviewed ? [t('rebateRules.reviewed')] : []),
    ].join(' · ')
  return () => [
    {
      key: 'version',
      header: t('rebateRules.version'),
      isPrimary: true,
      cell: ({ version, status, isInForce }) => (
        <span class="flex flex-wrap items-center gap-2">
          {t('rebateRules.versionOf', number(version))}
          <Badge tone={isInForce ? 'success' : status === 'proposed' ? 'warning' : 'neutral'}>
            {isInForce ? t('rebateRules.inForce') : t(`rebateRules.statusOf.${status}`)}
          </Badge>
        </span>
      ),
    },
    {
      key: 'rates',
      header: t('rebateRules.rates'),
      cell: ({ ratesBp: [first, second] }) => `${rate(first)} / ${rate(second)}`,
    },
    {
      key: 'terms',
      header: t('rebateRules.terms'),
      cell: (rule) => (
        <span class="block max-w-md text-sm">
          {termsOf(rule)}
          <span class="block text-xs text-ink-3">{[rule.note, rule.lawText].filter(Boolean).join(' · ')}</span>
        </span>
      ),
    },
    { key: 'from', header: t('rebateRules.from'), cell: ({ inForceFrom }) => exactTime(inForceFrom) },
    {
      key: 'by',
      header: t('rebateRules.by'),
      cell: ({ proposedBy, decidedBy }) => `${proposedBy ?? t('rebateRules.system')} / ${decidedBy ?? '—'}`,
    },
    {
      key: 'decide',
      header: t('rebateRules.decide'),
      isActions: true,
      cell: (rule) => (
        <Show when={may('referral:rules') && rule.status === 'proposed'}>
          <Button
            size="sm"
            aria-label={t('rebateRules.decideTitle', number(rule.version))}
            title={rule.isMine ? t('rebateRules.own') : undefined}
            onClick={() => onDecide(rule)}
          >
            {t('rebateRules.decide')}
          </Button>
        </Show>
      ),
    },
  ]
}
