import type { CouponIssueDto, CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createEffect, For, Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { IssueResultButton } from './issue-result-button.tsx'
import { couponIssues, couponsKey, refreshGiven } from './queries.ts'
import { useTermsWords } from './use-terms-words.ts'
import { useI18n } from './words.ts'

/** How often a coupon was issued, by hand and in bulk: how far each is, stopping it, and its result as a file. */
export function IssueList(props: { coupon: CouponRowDto }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const issues = useQuery(() => couponIssues(props.coupon.id))
  // How many have theirs, as long as an issue is under way and once more when it ends.
  const given = () => issues.data?.items.map(({ issued, endedAt }) => `${issued} ${endedAt !== null}`).join()
  createEffect((before?: string) => {
    const now = given()
    if (before !== undefined && now !== before)
      void refreshGiven(
        client,
        untrack(() => props.coupon.id),
      )
    return now
  })
  return (
    <section>
      <h3 class="mb-1 text-sm font-semibold">{t('coupons.issues')}</h3>
      <Loaded query={issues}>
        {(page) => (
          <Show when={page().items.length > 0} fallback={<p class="text-sm text-ink-3">{t('coupons.issuesEmpty')}</p>}>
            <ul class="divide-y divide-line text-sm">
              <For each={page().items}>{(issue) => <Issue issue={issue} />}</For>
            </ul>
          </Show>
        )}
      </Loaded>
    </section>
  )
}

function Issue(props: { issue: CouponIssueDto }) {
  const { t, number, time, exactTime } = useI18n()
  const words = useTermsWords()
  const whom = () => {
    const { audience } = props.issue
    return audience === null ? t('coupons.byName') : words.audience({ audience })
  }
  return (
    <li class="flex flex-wrap items-center justify-between gap-2 py-2">
      <div class="min-w-0">
        <p class="flex flex-wrap items-center gap-2">
          <span class="font-medium">{whom()}</span>
          <Badge tone={props.issue.status === 'done' ? 'success' : 'warning'}>
            {t(`coupons.issueStatusOf.${props.issue.status}`)}
          </Badge>
          <Show when={props.issue.endReason}>
            {(reason) => <span class="text-xs text-ink-2">{t(`coupons.endReasonOf.${reason()}`)}</span>}
          </Show>
        </p>
        <p class="text-xs text-ink-2 tabular-nums" role="status">
          {t('coupons.progress', number(props.issue.issued), number(props.issue.skipped), number(props.issue.total))}
        </p>
        <p class="text-xs wrap-anywhere text-ink-3">
          {props.issue.note} · @{props.issue.actor} ·{' '}
          <time title={exactTime(props.issue.createdAt)}>{time(props.issue.createdAt)}</time>
        </p>
      </div>
      <div class="flex flex-wrap gap-2">
        <Show when={props.issue.status === 'running'}>
          <StopButton issue={props.issue} />
        </Show>
        <IssueResultButton issue={props.issue} />
      </div>
    </li>
  )
}

function StopButton(props: { issue: CouponIssueDto }) {
  const { t } = useI18n()
  const may = usePermissions()
  const client = useQueryClient()
  const stop = useMutation(() => ({
    mutationFn: () => api.coupons.stopIssue.mutate({ issueId: props.issue.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: couponsKey }),
  }))
  return (
    <Show when={may('coupon:issue')}>
      <Refusal error={stop.error} />
      <Button size="sm" isPending={stop.isPending} onClick={() => stop.mutate()}>
        {t('coupons.stopIssue')}
      </Button>
    </Show>
  )
}
