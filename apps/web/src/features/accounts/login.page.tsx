import type { LoginInput } from '@mozhou/contracts/accounts/inputs'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { AuthFrame } from '@mozhou/ui/app/auth-frame.tsx'
import { LoginForm } from '@mozhou/ui/app/login-form.tsx'
import { useEnter } from '@mozhou/ui/app/use-enter'
import { Link, useSearch } from '@tanstack/solid-router'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { TakeBack } from './take-back.tsx'

const linkClass = 'font-medium text-accent-text underline underline-offset-4'

export function LoginPage() {
  const { t } = useI18n()
  const search = useSearch({ from: '/login' })
  const enter = useEnter()

  /** What was typed, and the day of its deletion, where the account waits for that. */
  const [closing, setClosing] = createSignal<{ input: LoginInput; day: string } | null>(null)

  async function login(input: LoginInput) {
    if (input.takesBack !== true) setClosing(null)
    try {
      const session = await api.auth.login.mutate(input)
      await enter(session.user, search().next)
    } catch (cause) {
      const { code, params } = toShownError(cause)
      if (code !== 'ACCOUNT_CLOSING') throw cause
      setClosing({ input, day: String(params['day'] ?? '') })
    }
  }

  return (
    <AuthFrame
      title={t('auth.loginTitle')}
      description={t('app.slogan')}
      footer={
        <p class="flex flex-wrap justify-center gap-x-4 gap-y-1 text-sm text-ink-2">
          <span>
            {t('auth.noAccount')}{' '}
            <Link to="/register" search={search()} class={linkClass}>
              {t('auth.toRegister')}
            </Link>
          </span>
          <Link to="/forgot-password" class={linkClass}>
            {t('auth.forgot')}
          </Link>
        </p>
      }
    >
      <LoginForm onSubmit={login} />
      <Show when={closing()}>
        {(found) => <TakeBack day={found().day} onTakeBack={() => login({ ...found().input, takesBack: true })} />}
      </Show>
    </AuthFrame>
  )
}
