import type { HandedOverDto } from '@mozhou/contracts/publications/handoff'
import { platforms } from '@mozhou/platforms/platforms'
import { queryClient } from '@mozhou/ui/api/query-client'
import { useQuery } from '@mozhou/ui/api/use-query'
import { useTitle } from '@mozhou/ui/app/use-title'
import { BrandMark } from '@mozhou/ui/components/brand.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { QueryClientProvider } from '@tanstack/solid-query'
import { Link, useParams } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { HandoffParts } from '../one/handoff-parts.tsx'
import { PlatformMark } from '../platform-mark.tsx'
import { handedOverBy } from '../queries.ts'
import { useI18n } from '../words.ts'

/** Where the code on the computer's screen leads a phone: nobody has to be signed in on it, and nothing can be changed there. */
export function HandedOverPage() {
  return (
    <QueryClientProvider client={queryClient}>
      <Opened />
    </QueryClientProvider>
  )
}

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
      <Loaded query={handed}>{(data) => <Handed handed={data()} />}</Loaded>
    </main>
  )
}

function Handed(props: { handed: HandedOverDto }) {
  const { t, time, pick } = useI18n()
  const platform = () => pick(platforms[props.handed.platform].name)
  return (
    <>
      <div>
        <h1 class="text-lg font-semibold wrap-anywhere">{props.handed.title || t('publish.untitled')}</h1>
        <p class="mt-1 text-sm">
          <PlatformMark platform={props.handed.platform} isSandbox={props.handed.isSandbox} />
        </p>
        <p class="mt-1 text-xs text-ink-3">{t('publishOne.expires', time(props.handed.expiresAt))}</p>
      </div>
      <div class="hidden sm:block">
        <Notice tone="info">{t('publishOne.forPhones')}</Notice>
      </div>
      <Show when={props.handed.handoff.phoneUrl && isInChatApp()}>
        <Notice tone="warning">{t('publishOne.openInBrowser', platform())}</Notice>
      </Show>
      <Card>
        <HandoffParts handed={props.handed} />
      </Card>
      <Card title={t('publishOne.confirmTitle')}>
        <Link
          to="/publish/$publicationId"
          params={{ publicationId: props.handed.publicationId }}
          class={buttonClass({ size: 'lg' }, 'w-full sm:w-fit')}
        >
          {t('publishOne.bringBack')}
        </Link>
      </Card>
    </>
  )
}

/** Browsers inside chat programs open no other app. */
const isInChatApp = () => /MicroMessenger|QQ\//u.test(navigator.userAgent)
