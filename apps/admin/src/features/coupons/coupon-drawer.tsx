import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Link } from '@tanstack/solid-router'
import { createSignal, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { CouponState } from './coupon-columns.tsx'
import { CouponDialog } from './coupon-dialog.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { IssueList } from './issue-list.tsx'
import { couponById, couponFigures } from './queries.ts'
import { StatusActions } from './status-actions.tsx'
import { useTermsWords } from './use-terms-words.ts'
import { useI18n } from './words.ts'

/** One coupon: its terms, what became of what was given, and what can be done with it. */
export function CouponDrawer(props: { couponId: string; onClose: () => void }) {
  const { t } = useI18n()
  const coupon = useQuery(() => couponById(props.couponId))
  return (
    <Dialog isOpen onClose={() => props.onClose()} placement="drawer" size="lg" title={t('coupons.detailTitle')}>
      <Loaded query={{ ...coupon, data: coupon.data ?? undefined }}>
        {(loaded) => <Detail coupon={loaded()} onGone={() => props.onClose()} />}
      </Loaded>
      <Show when={coupon.data === null}>
        <EmptyState title={t('coupons.emptyTitle')} />
      </Show>
    </Dialog>
  )
}

function Detail(props: { coupon: CouponRowDto; onGone: () => void }) {
  const { t, number, exactTime } = useI18n()
  const words = useTermsWords()
  const may = usePermissions()
  const [open, setOpen] = createSignal<'edit' | 'issue' | 'bulk' | null>(null)
  return (
    <div class="flex flex-col gap-5">
      <DetailsList
        rows={[
          { label: t('coupons.name'), value: props.coupon.name },
          { label: t('coupons.description'), value: props.coupon.description || '—' },
          { label: t('coupons.status'), value: <CouponState status={props.coupon.status} /> },
          { label: t('coupons.worth'), value: words.worth(props.coupon) },
          { label: t('coupons.kind'), value: t(`coupons.kindOf.${props.coupon.kind}`) },
          { label: t('coupons.validity'), value: words.validity(props.coupon) },
          {
            label: t('coupons.audience'),
            value: `${words.audience(props.coupon)} · ${t(props.coupon.isClaimable ? 'coupons.claimableShort' : 'coupons.issuedShort')}`,
          },
          {
            label: t('coupons.issued'),
            value: t('coupons.issuedOf', number(props.coupon.issued), number(props.coupon.totalLimit)),
          },
          { label: t('coupons.perPersonLimit'), value: number(props.coupon.perPersonLimit) },
          { label: t('coupons.createdAt'), value: exactTime(props.coupon.createdAt) },
          {
            label: t('coupons.version'),
            value: `${number(props.coupon.version)} · ${exactTime(props.coupon.updatedAt)}`,
          },
        ]}
      />
      <div class="flex flex-wrap gap-2">
        <Show when={may('coupon:write')}>
          <Show when={props.coupon.status !== 'ended'}>
            <Button onClick={() => setOpen('edit')}>{t('coupons.edit')}</Button>
          </Show>
          <StatusActions coupon={props.coupon} onGone={() => props.onGone()} />
        </Show>
        <Show when={may('coupon:issue') && props.coupon.status === 'active'}>
          <Button onClick={() => setOpen('issue')}>{t('coupons.issue')}</Button>
          <Button onClick={() => setOpen('bulk')}>{t('coupons.bulk')}</Button>
        </Show>
        <Show when={props.coupon.status !== 'draft'}>
          <Link
            to="/coupons"
            search={{ view: 'given', coupon: props.coupon.id }}
            class={buttonClass({ variant: 'ghost' })}
          >
            {t('coupons.seeGiven')}
          </Link>
        </Show>
      </div>
      <Show when={props.coupon.status !== 'draft'}>
        <Figures couponId={props.coupon.id} />
        <IssueList coupon={props.coupon} />
      </Show>
      <Show when={open() === 'edit'}>
        <CouponDialog coupon={props.coupon} onClose={() => setOpen(null)} />
      </Show>
      <Show when={open() === 'bulk'}>
        <BulkDialog coupon={props.coupon} onClose={() => setOpen(null)} />
      </Show>
      <Show when={open() === 'issue'}>
        <IssueDialog coupon={props.coupon} onClose={() => setOpen(null)} />
      </Show>
    </div>
  )
}

function Figures(props: { couponId: string }) {
  const { t, number, money } = useI18n()
  const figures = useQuery(() => couponFigures(props.couponId))
  const states = ['unused', 'held', 'used', 'expired', 'voided'] as const
  return (
    <section>
      <h3 class="mb-1 text-sm font-semibold">{t('coupons.figures')}</h3>
      <Loaded query={figures}>
        {(data) => (
          <DetailsList
            rows={[
              ...states.map((state) => ({ label: t(`coupons.figureOf.${state}`), value: number(data()[state]) })),
              { label: t('coupons.discountSum'), value: money(data().discountFen) },
              { label: t('coupons.paidSum'), value: money(data().paidFen) },
            ]}
          />
        )}
      </Loaded>
    </section>
  )
}
