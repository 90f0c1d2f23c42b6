import type { LoginInput } from '@mozhou/contracts/accounts'
import { AuthFrame } from '@mozhou/ui/app/auth-frame.tsx'
import { hasChosenLocale, showLocale } from '@mozhou/ui/app/locale'
import { LoginForm } from '@mozhou/ui/app/login-form.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { createEffect } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { me } from './queries.ts'

/** The API refuses whoever holds no permission, so a creator's account is told so here. */
export function LoginPage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ from: '/login' })
  createEffect(() => {
    document.title = `${t('auth.loginTitle')} · ${t('app.name')}`
  })

  async function login(input: LoginInput) {
    const { user } = await api.auth.login.mutate(input)
    client.clear()
    client.setQueryData(me().queryKey, user)
    if (user.locale !== null && !hasChosenLocale()) showLocale(user.locale)
    const { next } = search()
    await (next === undefined ? navigate({ to: '/' }) : navigate({ href: next }))
  }

  return (
    <AuthFrame name={t('app.name')} title={t('auth.loginTitle')} description={t('auth.loginHint')}>
      <LoginForm onSubmit={login} />
    </AuthFrame>
  )
}
