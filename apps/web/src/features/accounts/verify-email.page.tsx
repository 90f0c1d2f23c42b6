import { toShownError } from '@mozhou/ui/wire/wire-error'
import { AuthFrame } from '@mozhou/ui/app/auth-frame.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { queryClient } from '@mozhou/ui/api/query-client'
import { meKey } from '@mozhou/ui/api/me-key'
import { QueryClientProvider, useMutation } from '@tanstack/solid-query'
import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { creditsKey } from '../../session/queries.ts'
import { useI18n } from './words.ts'

/** Where the link in a mail leads. It stands outside the login: the mail may be read on another device. */
export function VerifyEmailPage() {
  return (
    <QueryClientProvider client={queryClient}>
      <Verification />
    </QueryClientProvider>
  )
}

function Verification() {
  const { t, number } = useI18n()
  // Behind the hash sign, so that no server and no Referer sees it.
  const token = window.location.hash.slice(1)
  // A press and not the visit: mail scanners open links.
  const verify = useMutation(() => ({
    mutationFn: () => api.auth.verifyEmail.mutate({ token }),
    onSuccess: async () => {
      await Promise.all([meKey, creditsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  }))
  const credits = () => verify.data?.signupGift.credits ?? 0
  const isMalformed = () => verify.error !== null && toShownError(verify.error).code === 'VALIDATION_FAILED'
  return (
    <AuthFrame
      title={verify.isSuccess ? t('verification.doneTitle') : t('verification.title')}
      description={
        verify.isSuccess
          ? credits() > 0
            ? t('verification.gift', number(credits()))
            : t('verification.done')
          : t('verification.hint')
      }
      footer={
        <Link to="/" class="text-sm font-medium text-accent-text underline underline-offset-4">
          {t('verification.goIn')}
        </Link>
      }
    >
      <Show when={!verify.isSuccess}>
        <Show when={!isMalformed()} fallback={<p role="alert">{t('verification.malformed')}</p>}>
          <Refusal error={verify.error} />
        </Show>
        <Button variant="primary" isWide isPending={verify.isPending} onClick={() => verify.mutate()}>
          {t('verification.confirm')}
        </Button>
      </Show>
    </AuthFrame>
  )
}
