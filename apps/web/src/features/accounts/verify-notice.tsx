import type { MeDto } from '@mozhou/contracts/accounts/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { systemInfo } from '../../session/queries.ts'
import { useI18n } from './words.ts'

/** Shown while mail is configured and the address is not verified yet. */
export function VerifyNotice(props: { user: MeDto }) {
  const { t } = useI18n()
  const info = useQuery(() => systemInfo())
  const resend = useMutation(() => ({
    mutationFn: () => api.auth.resendVerification.mutate(),
    onSuccess: () => toastSuccess({ title: t('verification.sent') }),
  }))
  return (
    <Show when={info.data?.verifiesEmail === true && !props.user.isEmailVerified}>
      <div class="grid gap-2">
        <p class="text-sm text-ink-2">{t('verification.pending', props.user.email)}</p>
        <Refusal error={resend.error} />
        <div>
          <Button isPending={resend.isPending} onClick={() => resend.mutate()}>
            {t('verification.resend')}
          </Button>
        </div>
      </div>
    </Show>
  )
}
