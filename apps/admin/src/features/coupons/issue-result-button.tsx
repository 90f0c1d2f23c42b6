import type { CouponIssueDto } from '@mozhou/contracts/coupons/admin-answers'
import { downloadFile } from '@mozhou/ui/api/download-file'
import { Button } from '@mozhou/ui/components/button.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import Download from 'lucide-solid/icons/download'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'

/** Who was given one by an issue and who was not, and why, as a file; of one that is under way, so far. */
export function IssueResultButton(props: { issue: CouponIssueDto }) {
  const { t, locale, shownError } = useI18n()
  const [isPending, setIsPending] = createSignal(false)
  async function download() {
    setIsPending(true)
    const refusal = await downloadFile({
      address: `/api/v1/operation/coupon-issues/${encodeURIComponent(props.issue.id)}/result`,
      app: 'admin',
      locale: locale(),
      name: 'coupon-issue.csv',
      askAgain: () => api.auth.me.query(),
    })
    setIsPending(false)
    if (refusal) toastError({ title: t('coupons.resultFailed'), description: shownError(refusal) })
    else toastSuccess({ title: t('coupons.resultSaved') })
  }
  return (
    <Button
      size="sm"
      icon={<Download size={16} aria-hidden="true" />}
      isPending={isPending()}
      onClick={() => void download()}
    >
      {t(props.issue.endedAt === null ? 'coupons.resultSoFar' : 'coupons.result')}
    </Button>
  )
}
