import type { RegistrationDto } from '@mozhou/contracts/accounts/answers'
import { queryClient } from '@mozhou/ui/api/query-client'
import { AuthFrame } from '@mozhou/ui/app/auth-frame.tsx'
import { parseNext } from '@mozhou/ui/app/sign-in-route'
import { useEnter } from '@mozhou/ui/app/use-enter'
import { QueryClientProvider } from '@tanstack/solid-query'
import { Link, useSearch } from '@tanstack/solid-router'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { untrack } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { rememberedCode } from './invited-by.ts'
import { Invited } from './invited.tsx'
import { RegisterForm } from './register-form.tsx'
import { useGiftHint } from './use-gift-hint.ts'

/** Asks the API what is given for signing up, so it brings a query client of its own. */
export function RegisterPage() {
  return (
    <QueryClientProvider client={queryClient}>
      <Registration />
    </QueryClientProvider>
  )
}

function Registration() {
  const { t, number } = useI18n()
  const search = useSearch({ from: '/register' })
  const enter = useEnter()
  const hint = useGiftHint()
  const goIn = async ({ user, signupGift }: RegistrationDto) => {
    await enter(user, search().next)
    if (signupGift.status === 'awaiting_email') {
      toastSuccess({ title: t('auth.checkMailTitle'), description: t('auth.checkMail', number(signupGift.credits)) })
    }
    if (signupGift.status === 'given_before') {
      toastError({ title: t('auth.noGiftTitle'), description: t('auth.noGiftBefore') })
    }
    if (signupGift.status === 'network_limit') {
      toastError({ title: t('auth.noGiftTitle'), description: t('auth.noGiftNetwork') })
    }
  }
  const code = untrack(() => search().ref) ?? rememberedCode(document.cookie) ?? ''
  return (
    <AuthFrame
      title={t('auth.registerTitle')}
      description={hint()}
      footer={
        <p class="text-sm text-ink-2">
          {t('auth.hasAccount')}{' '}
          <Link
            to="/login"
            search={parseNext({ ...search() })}
            class="font-medium text-accent-text underline underline-offset-4"
          >
            {t('auth.toLogin')}
          </Link>
        </p>
      }
    >
      <Invited code={code} />
      <RegisterForm referralCode={code} onRegistered={goIn} />
    </AuthFrame>
  )
}
