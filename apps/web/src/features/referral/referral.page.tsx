import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { EarningsCard } from './earnings-card.tsx'
import { InviteCard } from './invite-card.tsx'
import { PeopleCard } from './people-card.tsx'
import { PosterCard } from './poster-card.tsx'
import { myCode } from './queries.ts'
import { RebatesCard } from './rebates-card.tsx'
import { useI18n } from './words.ts'

export function ReferralPage() {
  const { t } = useI18n()
  const code = useQuery(() => myCode())
  return (
    <Page title={t('referral.title')} subtitle={t('referral.subtitle')}>
      <div class="flex flex-col gap-5">
        <Loaded query={code}>
          {(invitation) => (
            <div class="grid items-start gap-5 lg:grid-cols-2">
              <InviteCard invitation={invitation()} />
              <PosterCard invitation={invitation()} />
            </div>
          )}
        </Loaded>
        <EarningsCard />
        <PeopleCard />
        <RebatesCard />
      </div>
    </Page>
  )
}
