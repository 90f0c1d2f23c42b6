import { contentTypes, themeKeys } from '@mozhou/contracts/publications/kinds'
import { platforms } from '@mozhou/platforms/platforms'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { SkeletonLines } from '@mozhou/ui/components/skeleton.tsx'
import { Link } from '@tanstack/solid-router'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import { createMemo, createSignal, Show } from 'solid-js'
import { PackageChanges } from '../package/package-changes.tsx'
import { PackagePreview } from '../package/package-preview.tsx'
import { useI18n } from '../words.ts'
import type { Composer, TargetView } from './composer.ts'
import type { Judged } from './judge-target.ts'
import { isEdited } from './package-edits.ts'
import { ModelOffers } from './model-offers.tsx'
import { OriginField } from './origin-field.tsx'
import { PackageForm } from './package-form.tsx'
import { TargetTime } from './target-time.tsx'

interface TargetEditorProps {
  composer: Composer
  view: TargetView
}

/** The package of one account: its fields with what the rules say beside them, and how it will look. */
export function TargetEditor(props: TargetEditorProps) {
  const { t } = useI18n()
  return (
    <Show
      when={props.view.judged}
      fallback={
        <div>
          <p role="status" class="px-4 pt-4 text-sm text-ink-2">
            {t('publishCompose.checking')}
          </p>
          <SkeletonLines lines={6} />
        </div>
      }
    >
      {(judged) => (
        <div class="grid items-start gap-6 p-4 sm:p-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
          <div class="flex min-w-0 flex-col gap-5">
            <Duplicate judged={judged()} />
            <Look {...props} />
            <PackageForm
              package={judged().package}
              results={judged().report.results}
              links={props.view.base?.mediaLinks ?? []}
              onChange={(now) => props.composer.edit(props.view, now)}
              origin={<OriginField {...props} />}
              offers={(what) => (
                <ModelOffers
                  creationId={props.composer.creationId}
                  versionId={props.composer.versionId()}
                  what={what}
                  package={judged().package}
                  onChange={(now) => props.composer.edit(props.view, now)}
                />
              )}
            />
            <TargetTime {...props} />
          </div>
          <Shown view={props.view} judged={judged()} />
        </div>
      )}
    </Show>
  )
}

function Duplicate(props: { judged: Judged }) {
  const { t } = useI18n()
  const publicationId = () => {
    const { hindrance } = props.judged
    return hindrance?.kind === 'duplicate' ? hindrance.publicationId : null
  }
  return (
    <Show when={publicationId()}>
      {(id) => (
        <Notice
          tone="warning"
          action={
            <Link
              to="/publish/$publicationId"
              params={{ publicationId: id() }}
              class="text-sm text-accent-text hover:underline"
            >
              {t('publishCompose.seeDuplicate')}
            </Link>
          }
        >
          {t('publishCompose.duplicate')}
        </Notice>
      )}
    </Show>
  )
}

/** Form and theme. Both make another body, so that one that was changed by hand is restored first. */
function Look(props: TargetEditorProps) {
  const { t } = useI18n()
  const edits = () => props.view.target.edits
  const types = createMemo(() => {
    const { platform } = props.view.account
    const taken: readonly string[] = platforms[platform].contentTypes
    // A film needs one to be there.
    const hasFilm = props.composer.film() !== null
    return contentTypes.filter((type) => taken.includes(type) && (type !== 'video' || hasFilm))
  })
  const type = () => props.view.base?.package.contentType ?? 'article'
  const hasTheme = () => props.view.base?.package.platform === 'wechat_official' || type() === 'image_text'
  const isLocked = () => edits().body !== undefined || edits().media !== undefined
  return (
    <div class="flex flex-wrap items-end gap-4">
      <Show when={types().length > 1}>
        <Field label={t('publishCompose.contentType')} hint={isLocked() ? t('publishCompose.themeLocked') : undefined}>
          <Segmented
            value={type()}
            onValueChange={(contentType) => {
              if (!isLocked()) props.composer.change(props.view.target.accountId, { contentType })
            }}
            options={types().map((value) => ({ value, label: t(`publish.contentOf.${value}`) }))}
          />
        </Field>
      </Show>
      <Show when={hasTheme()}>
        <Field
          class="w-44"
          label={t('publishCompose.theme')}
          hint={isLocked() ? t('publishCompose.themeLocked') : undefined}
        >
          <Select
            value={props.view.base?.theme ?? 'plain'}
            isDisabled={isLocked()}
            onValueChange={(value) => {
              const theme = themeKeys.find((key) => key === value)
              if (theme) props.composer.change(props.view.target.accountId, { theme })
            }}
            options={themeKeys.map((value) => ({ value, label: t(`publishCompose.themeOf.${value}`) }))}
          />
        </Field>
      </Show>
      <Show when={isEdited(edits())}>
        <Button
          variant="ghost"
          icon={<RotateCcw size={15} aria-hidden="true" />}
          onClick={() => props.composer.change(props.view.target.accountId, { edits: {} })}
        >
          {t('publishCompose.restore')}
        </Button>
      </Show>
    </div>
  )
}

function Shown(props: { view: TargetView; judged: Judged }) {
  const { t } = useI18n()
  const [side, setSide] = createSignal<'preview' | 'changes'>('preview')
  const urlOf = (id: string) => props.view.base?.mediaLinks.find((link) => link.id === id)?.url ?? null
  return (
    <div class="flex min-w-0 flex-col gap-3 xl:sticky xl:top-20">
      <Segmented
        label={t('publishCompose.preview')}
        value={side()}
        onValueChange={setSide}
        options={[
          { value: 'preview', label: t('publishCompose.preview') },
          { value: 'changes', label: t('publishCompose.changes') },
        ]}
      />
      <Show when={side() === 'preview'} fallback={<PackageChanges changes={props.view.base?.changes ?? []} />}>
        <PackagePreview package={props.judged.package} accountName={props.view.account.name} pictureUrl={urlOf} />
      </Show>
    </div>
  )
}
