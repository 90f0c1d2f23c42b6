import type { PreviewDto } from '@mozhou/contracts/publications/answers'
import type { SuggestionKind } from '@mozhou/contracts/platform-suggestions/kinds'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import type { RuleField, RuleResult } from '@mozhou/platforms/rules/rule'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TagsInput } from '@mozhou/ui/components/tags-input.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { PackageResults } from '../package/package-results.tsx'
import { useI18n } from '../words.ts'
import { BodyField } from './body-field.tsx'
import { MediaList } from './media-list.tsx'

export interface PackageFormProps {
  package: PlatformPackage
  results: readonly RuleResult[]
  links: PreviewDto['mediaLinks']
  onChange: (now: PlatformPackage) => void
  /** Where the piece stands already, for the platform that asks for it. */
  origin?: JSX.Element
  /** Stands below the field, for what a model may be asked. */
  offers?: (what: SuggestionKind) => JSX.Element
}

const withoutTitle = ['kuaishou']
const withDigest = ['wechat_official']

/** The fields that this platform has, each with what the rules say of it right below. */
export function PackageForm(props: PackageFormProps) {
  const { t } = useI18n()
  const set = (changed: Partial<PlatformPackage>) => props.onChange({ ...props.package, ...changed })
  const platform = () => props.package.platform
  const has = (field: RuleField) => props.results.some((result) => result.field === field)
  return (
    <div class="flex flex-col gap-5">
      <Show when={!withoutTitle.includes(platform()) || has('title')}>
        <Beside {...props} field="title">
          <Field label={t('publishCompose.titleField')}>
            <TextInput value={props.package.title} onValueChange={(title) => set({ title })} />
          </Field>
          {props.offers?.('title')}
        </Beside>
      </Show>
      <Show when={(withDigest.includes(platform()) && props.package.contentType === 'article') || has('digest')}>
        <Beside {...props} field="digest">
          <Field label={t('publishCompose.digestField')}>
            <TextArea rows={2} value={props.package.digest} onValueChange={(digest) => set({ digest })} />
          </Field>
        </Beside>
      </Show>
      <Show when={withDigest.includes(platform()) || has('author')}>
        <Beside {...props} field="author">
          <Field label={t('publishCompose.authorField')}>
            <TextInput
              value={props.package.author ?? ''}
              onValueChange={(author) => set({ author: author === '' ? null : author })}
            />
          </Field>
        </Beside>
      </Show>
      <Beside {...props} field="body">
        <BodyField body={props.package.body} onChange={(body) => set({ body })} />
      </Beside>
      <Show when={hasTags(props.package) || has('tags')}>
        <Beside {...props} field="tags">
          <Field label={t('publishCompose.tagsField')}>
            <TagsInput
              value={props.package.tags}
              onValueChange={(tags) => set({ tags })}
              maxItems={50}
              maxLength={100}
              placeholder={t('publishCompose.tagsPlaceholder')}
            />
          </Field>
          {props.offers?.('tags')}
        </Beside>
      </Show>
      <MediaList package={props.package} links={props.links} onChange={set} />
      <Beside {...props} field="media" />
      <Beside {...props} field="cards" />
      <Beside {...props} field="cover" />
      {props.origin}
      <Declarations {...props} onSet={set} />
    </div>
  )
}

const takesTags = ['xiaohongshu', 'douyin', 'kuaishou', 'zhihu']
const hasTags = ({ platform, contentType }: PlatformPackage) =>
  takesTags.includes(platform) || (platform === 'wechat_official' && contentType === 'image_text')

function Beside(props: PackageFormProps & { field: RuleField; children?: JSX.Element }) {
  return (
    <div class="empty:hidden">
      {props.children}
      <PackageResults package={props.package} results={props.results} field={props.field} onFix={props.onChange} />
    </div>
  )
}

function Declarations(props: PackageFormProps & { onSet: (changed: Partial<PlatformPackage>) => void }) {
  const { t } = useI18n()
  const words = () => {
    const { ai } = props.package.declarations
    if (!ai) return null
    if (ai.made === 'impossible') return t('publishCompose.declareOf.impossible')
    return ai.made === 'no_option' || ai.option === null
      ? t('publishCompose.declareOf.no_option', ai.label)
      : t(`publishCompose.declareOf.${ai.made}`, ai.option)
  }
  return (
    <div class="flex flex-col gap-3 border-t border-line pt-4">
      <Switch
        label={t('publishCompose.original')}
        hint={t('publishCompose.originalHint')}
        isOn={props.package.declarations.isOriginal}
        onChange={(isOriginal) => props.onSet({ declarations: { ...props.package.declarations, isOriginal } })}
      />
      <Show when={words()}>
        {(said) => (
          <p class="text-sm">
            <span class="font-medium">{t('publishCompose.declare')}</span> <span class="text-ink-2">{said()}</span>
          </p>
        )}
      </Show>
      <Beside {...props} field="declarations" />
    </div>
  )
}
