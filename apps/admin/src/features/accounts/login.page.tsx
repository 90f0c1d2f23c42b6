import type { LoginInput } from '@mozhou/contracts/accounts/inputs'
import { AuthFrame } from '@mozhou/ui/app/auth-frame.tsx'
import { LoginForm } from '@mozhou/ui/app/login-form.tsx'
import { useEnter } from '@mozhou/ui/app/use-enter'
import { useSearch } from '@tanstack/solid-router'
import { api } from '../../api.ts'
import { useI18n } from '../../i18n/i18n.ts'

/** The API refuses whoever holds no permission, so a creator's account is told so here. */
export function LoginPage() {
  const { t } = useI18n()
  const search = useSearch({ from: '/login' })
  const enter = useEnter()

  async function login(input: LoginInput) {
    const { user } = await api.auth.login.mutate(input)
    await enter(user, search().next)
  }

  return (
    <AuthFrame title={t('auth.loginTitle')} description={t('auth.loginHint')}>
      <LoginForm onSubmit={login} />
    </AuthFrame>
  )
}
