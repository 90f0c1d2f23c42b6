import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Link } from '@tanstack/solid-router'
import { useI18n } from './words.ts'
import { myMembership } from '../accounts/queries.ts'
import { myBalance } from '../../session/queries.ts'
import { useCost } from '../works/use-cost.ts'

export function AccountCard() {
  const { t, number, date } = useI18n()
  const balance = useQuery(() => myBalance())
  const membership = useQuery(() => myMembership())
  const cost = useCost()
  const reach = (credits: number) => {
    if (cost.isMember()) return t('home.memberFree')
    const count = Math.floor(credits / cost.price())
    return count > 0 ? t('home.enoughFor', number(count)) : t('home.notEnough')
  }
  const status = () => {
    const endsAt = membership.data?.endsAt ?? null
    return endsAt === null ? t('app.notMember') : t('app.memberUntil', date(endsAt))
  }
  return (
    <Card title={t('home.account')}>
      <Loaded query={balance}>
        {(data) => (
          <>
            <p class="text-sm text-ink-3">{t('home.balance')}</p>
            <p class="mt-1 text-2xl font-semibold tabular-nums">{number(data().credits)}</p>
            <p class="mt-1 mb-3 text-sm text-ink-2">{reach(data().credits)}</p>
            <DetailsList rows={[{ label: t('home.membershipStatus'), value: status() }]} />
            <Link to="/credits" class={buttonClass({ isWide: true }, 'mt-3')}>
              {t('home.details')}
            </Link>
          </>
        )}
      </Loaded>
    </Card>
  )
}
