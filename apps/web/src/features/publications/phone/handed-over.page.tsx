import { queryClient } from '@mozhou/ui/api/query-client'
import { useQuery } from '@mozhou/ui/api/use-query'
import { useTitle } from '@mozhou/ui/app/use-title'
import { BrandMark } from '@mozhou/ui/components/brand.tsx'
import { ErrorState } from '@mozhou/ui/components/error-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { QueryClientProvider } from '@tanstack/solid-query'
import { useParams } from '@tanstack/solid-router'
import { handedOverBy } from '../queries.ts'
import { useI18n } from '../words.ts'
import { Match, Switch } from 'solid-js'
import { HandedWork } from './handed-work.tsx'

/** Where the code on the computer's screen leads a phone: nobody has to be signed in on it, and nothing can be changed there. */
export function HandedOverPage() {
  return (
    <QueryClientProvider client={queryClient}>
      <Opened />
    </QueryClientProvider>
  )
}

/** A code that leads nowhere leads nowhere at the next try either. */
const isOver = (error: unknown): boolean => error !== null && toShownError(error).code.startsWith('HANDOFF_CODE_')

function Opened() {
  const { t } = useI18n()
  const params = useParams({ from: '/h/$code' })
  const handed = useQuery(() => handedOverBy(params().code))
  useTitle(() => handed.data?.title ?? t('publishOne.handoff'))
  return (
    <main class="mx-auto flex min-h-dvh w-full max-w-2xl flex-col gap-4 px-4 py-6">
      <p class="flex items-center gap-2 text-sm font-semibold">
        <BrandMark size={24} />
        {t('publishOne.handoff')}
      </p>
      <Switch fallback={<Loaded query={handed}>{(data) => <HandedWork handed={data()} />}</Loaded>}>
        <Match when={isOver(handed.error)}>
          <ErrorState title={t('publishOne.codeOver')} error={handed.error} />
        </Match>
      </Switch>
    </main>
  )
}
