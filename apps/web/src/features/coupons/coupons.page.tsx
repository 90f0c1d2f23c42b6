import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Tabs } from '@mozhou/ui/components/tabs.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { ClaimableList } from './claimable-list.tsx'
import { couponParts, parseCouponsSearch } from './coupons-search.ts'
import { MyCouponList } from './my-coupon-list.tsx'
import { useI18n } from './words.ts'

export function CouponsPage() {
  const { t } = useI18n()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/coupons' })
  return (
    <Page title={t('coupons.title')} subtitle={t('coupons.subtitle')}>
      <div class="max-w-3xl">
        <Card isFlush>
          <Tabs
            label={t('coupons.parts')}
            value={search().part ?? couponParts[0]}
            onValueChange={(part) =>
              void navigate({ to: '/coupons', search: parseCouponsSearch({ part }), replace: true })
            }
            tabs={couponParts.map((part) => ({
              value: part,
              label: t(`coupons.${part}`),
              content: () => (part === 'claimable' ? <ClaimableList /> : <MyCouponList view={part} />),
            }))}
          />
        </Card>
      </div>
    </Page>
  )
}
