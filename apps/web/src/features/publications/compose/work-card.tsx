import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { Link } from '@tanstack/solid-router'
import Images from 'lucide-solid/icons/images'
import { createSignal, Show } from 'solid-js'
import { creationById, versionsOf } from '../../works/queries.ts'
import { useI18n } from '../words.ts'
import type { Composer } from './composer.ts'
import { FilmField } from './film-field.tsx'
import { OtherDrafts } from './other-drafts.tsx'
import { PictureDialog } from './picture-dialog.tsx'

/** What is published: the work, which version of it, what it is, and the pictures that go along. */
export function WorkCard(props: { composer: Composer }) {
  const { t, number } = useI18n()
  const work = useQuery(() => creationById(props.composer.creationId))
  const [isChoosing, setIsChoosing] = createSignal(false)
  const chosen = () => props.composer.pictures().length
  return (
    <Card
      title={t('publish.work')}
      aside={
        <Show when={!props.composer.publication}>
          <Link to="/publish/new" search={{}} class="text-sm text-accent-text hover:underline">
            {t('publishCompose.changeWork')}
          </Link>
        </Show>
      }
    >
      <Loaded query={work}>
        {(creation) => (
          <div class="flex flex-col gap-4">
            <Link
              to="/creations/$creationId"
              params={{ creationId: creation().id }}
              class="w-fit font-medium wrap-anywhere hover:underline"
            >
              {creation().title || t('publish.untitled')}
            </Link>
            <Show when={!props.composer.publication}>
              <OtherDrafts creationId={creation().id} />
            </Show>
            <VersionField composer={props.composer} currentId={creation().currentVersion?.id ?? null} />
            <Field label={t('publishCompose.purpose')} hint={t('publishCompose.purposeHint')}>
              <Segmented
                value={props.composer.purpose()}
                onValueChange={props.composer.setPurpose}
                options={(['article', 'advertisement'] as const).map((value) => ({
                  value,
                  label: t(`publishCompose.purposeOf.${value}`),
                }))}
              />
            </Field>
            <div class="flex flex-wrap items-center gap-3">
              <Button icon={<Images size={15} aria-hidden="true" />} onClick={() => setIsChoosing(true)}>
                {t('publishCompose.choosePictures')}
              </Button>
              <span class="text-xs text-ink-3">
                {chosen() > 0 ? t('publishCompose.picturesChosen', number(chosen())) : t('publishCompose.picturesHint')}
              </span>
            </div>
            <FilmField composer={props.composer} />
          </div>
        )}
      </Loaded>
      <Show when={isChoosing()}>
        <PictureDialog
          chosen={props.composer.pictures()}
          onChoose={props.composer.setPictures}
          onClose={() => setIsChoosing(false)}
        />
      </Show>
    </Card>
  )
}

function VersionField(props: { composer: Composer; currentId: string | null }) {
  const { t, number } = useI18n()
  const versions = useQuery(() => versionsOf(props.composer.creationId))
  const options = () =>
    (versions.data ?? []).map(({ id, ordinal, wordCount, title }) => ({
      value: id,
      label: t('publishCompose.versionOf', number(ordinal), number(wordCount)),
      description: title,
    }))
  return (
    <Field label={t('publishCompose.version')}>
      <Select
        value={props.composer.versionId() ?? props.currentId ?? ''}
        onValueChange={props.composer.setVersionId}
        isDisabled={props.composer.publication !== undefined}
        placeholder={t('publishCompose.currentVersion')}
        options={options()}
      />
    </Field>
  )
}
