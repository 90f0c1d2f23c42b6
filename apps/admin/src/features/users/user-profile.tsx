import type { UserDetailDto } from '@mozhou/contracts/accounts/admin-answers'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Show } from 'solid-js'
import { PersonLink } from '../accounts/person-link.tsx'
import { Source } from './user-columns.tsx'
import { useI18n } from './words.ts'

export function UserProfile(props: { user: UserDetailDto }) {
  const { t, number, exactTime } = useI18n()
  const moment = (iso: string | null) => (iso === null ? '—' : exactTime(iso))
  const membership = () => {
    const { isMember, endsAt } = props.user.membership
    return isMember && endsAt !== null ? t('users.memberUntil', exactTime(endsAt)) : t('users.noMember')
  }
  return (
    <div class="flex max-w-2xl flex-col gap-4 p-4">
      <Show when={props.user.status === 'suspended'}>
        <Notice tone="warning" title={t('users.suspended')}>
          {props.user.suspendedReason}
        </Notice>
      </Show>
      <DetailsList
        rows={[
          { label: t('users.id'), value: <code class="text-xs break-all">{props.user.id}</code> },
          { label: t('users.email'), value: <span class="break-all">{props.user.email || '—'}</span> },
          {
            label: t('users.verified'),
            value: props.user.emailVerifiedAt === null ? t('users.notVerified') : moment(props.user.emailVerifiedAt),
          },
          { label: t('users.role'), value: t(`roles.${props.user.role}`) },
          { label: t('users.credits'), value: number(props.user.credits) },
          { label: t('users.tabs.membership'), value: membership() },
          { label: t('users.registered'), value: moment(props.user.createdAt) },
          { label: t('users.lastSeen'), value: moment(props.user.lastSeenAt) },
          { label: t('users.source'), value: <Source touch={props.user.firstTouch} /> },
          {
            label: t('users.referredBy'),
            value: (
              <Show when={props.user.referredBy} fallback="—">
                {(person) => <PersonLink person={person()} />}
              </Show>
            ),
          },
          { label: t('users.referralCode'), value: <code>{props.user.referralCode}</code> },
          { label: t('users.locale'), value: props.user.locale ?? '—' },
        ]}
      />
    </div>
  )
}
