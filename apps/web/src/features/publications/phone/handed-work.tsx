import type { HandedOverDto } from '@mozhou/contracts/publications/handoff'
import { platforms } from '@mozhou/platforms/platforms'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { HandoffParts } from '../one/handoff-parts.tsx'
import { PlatformMark } from '../platform-mark.tsx'
import { useI18n } from '../words.ts'

/** What is to be done on the phone, until when, and where its link is brought back to. */
export function HandedWork(props: { handed: HandedOverDto }) {
  const { t, time, pick } = useI18n()
  const platform = () => pick(platforms[props.handed.platform].name)
  return (
    <>
      <div>
        <h1 class="text-lg font-semibold wrap-anywhere">{props.handed.title || t('publish.untitled')}</h1>
        <p class="mt-1 text-sm">
          <PlatformMark platform={props.handed.platform} isSandbox={props.handed.isSandbox} />
        </p>
        {/* On a phone the app's own end stands beside its button. */}
        <p class="mt-1 text-xs text-ink-3" classList={{ 'max-sm:hidden': props.handed.handoff.expiresAt !== null }}>
          {t('publishOne.expires', time(props.handed.expiresAt))}
        </p>
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
