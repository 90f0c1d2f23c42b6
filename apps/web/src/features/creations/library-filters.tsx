import { Button } from '@mozhou/ui/components/button.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { isForInputMethod } from '@mozhou/ui/components/input-method'
import { Select } from '@mozhou/ui/components/select.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import X from 'lucide-solid/icons/x'
import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js'
import { imageToolKeys, imageTools } from '@mozhou/contracts/image-tools/registry'
import { useI18n } from '../../i18n/i18n.ts'
import { writingTools } from '../works/queries.ts'
import type { LibrarySearch } from './library-search.ts'
import { isNarrowed, libraryKinds, librarySorts, libraryStatuses, libraryTool } from './library-search.ts'

const any = 'any'

interface LibraryFiltersProps {
  search: LibrarySearch
  /** Values not given stay; `undefined` takes one away. */
  onChange: (change: { [Key in keyof LibrarySearch]?: LibrarySearch[Key] | undefined }) => void
  onClear: () => void
}

export function LibraryFilters(props: LibraryFiltersProps) {
  const { t } = useI18n()
  return (
    <div class="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
      <SearchBox value={props.search.search ?? ''} onSearch={(search) => props.onChange({ search })} />
      <StatusAndTool {...props} />
      <Day label={t('library.from')} day={props.search.from} onChange={(from) => props.onChange({ from })} />
      <Day label={t('library.to')} day={props.search.to} onChange={(to) => props.onChange({ to })} />
      <Switch
        label={t('library.isIncomplete')}
        isOn={props.search.incomplete === true}
        onChange={(isOn) => props.onChange({ incomplete: isOn ? true : undefined })}
      />
      <Select
        class="w-32"
        label={t('library.sort')}
        value={props.search.sort ?? 'newest'}
        onValueChange={(value) => props.onChange({ sort: librarySorts.find((sort) => sort === value) })}
        options={librarySorts.map((sort) => ({ value: sort, label: t(`library.sorts.${sort}`) }))}
      />
      <Show when={isNarrowed(props.search)}>
        <Button size="sm" variant="ghost" onClick={() => props.onClear()}>
          {t('ui.clearFilters')}
        </Button>
      </Show>
    </div>
  )
}

/** Searches once the typing rests, or at once on Enter. */
function SearchBox(props: { value: string; onSearch: (search: string | undefined) => void }) {
  const { t } = useI18n()
  const [draft, setDraft] = createSignal(props.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (value !== draft().trim()) setDraft(value)
      },
    ),
  )
  let isComposing = false
  const search = (text: string, delayMs: number) => {
    setDraft(text)
    clearTimeout(timer)
    // Half a word of an input method is nothing to look for.
    if (isComposing) return
    timer = setTimeout(() => props.onSearch(text.trim() === '' ? undefined : text.trim()), delayMs)
  }
  return (
    <div role="search" class="flex min-w-0 basis-full items-center gap-1 sm:basis-64">
      <TextInput
        aria-label={t('library.search')}
        placeholder={t('library.search')}
        maxLength={100}
        value={draft()}
        onValueChange={(text) => search(text, 350)}
        onCompositionStart={() => (isComposing = true)}
        onCompositionEnd={(event) => {
          isComposing = false
          search(event.currentTarget.value, 350)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isForInputMethod(event)) search(draft(), 0)
        }}
      />
      <Show when={draft() !== ''}>
        <IconButton label={t('library.clearSearch')} onClick={() => search('', 0)}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </Show>
    </div>
  )
}

function StatusAndTool(props: LibraryFiltersProps) {
  const { t, pick } = useI18n()
  const tools = useQuery(() => writingTools())
  const toolOptions = () => [
    ...(props.search.kind === 'image' ? [] : (tools.data ?? [])),
    ...(props.search.kind === 'writing' ? [] : imageToolKeys.map((key) => ({ key, title: imageTools[key].title }))),
  ]
  return (
    <>
      <Select
        class="w-28"
        label={t('library.kindFilter')}
        value={props.search.kind ?? any}
        onValueChange={(value) =>
          props.onChange({ kind: libraryKinds.find((kind) => kind === value), tool: undefined })
        }
        options={[
          { value: any, label: t('library.allKinds') },
          ...libraryKinds.map((kind) => ({ value: kind, label: t(`library.kinds.${kind}`) })),
        ]}
      />
      <Select
        class="w-32"
        label={t('creations.statusFilter')}
        value={props.search.status ?? any}
        onValueChange={(value) => props.onChange({ status: libraryStatuses.find((status) => status === value) })}
        options={[
          { value: any, label: t('creations.allStatuses') },
          ...libraryStatuses.map((status) => ({ value: status, label: t(`creations.statuses.${status}`) })),
        ]}
      />
      <Select
        class="w-36"
        label={t('creations.toolFilter')}
        value={props.search.tool ?? any}
        onValueChange={(value) => props.onChange({ tool: libraryTool(value, props.search.kind) ?? undefined })}
        options={[
          { value: any, label: t('creations.allTools') },
          ...toolOptions().map((tool) => ({ value: tool.key, label: pick(tool.title) })),
        ]}
      />
    </>
  )
}

function Day(props: { label: string; day: string | undefined; onChange: (day: string | undefined) => void }) {
  return (
    <div class="w-36">
      <TextInput
        type="date"
        aria-label={props.label}
        title={props.label}
        value={props.day ?? ''}
        onValueChange={(day) => props.onChange(day === '' ? undefined : day)}
      />
    </div>
  )
}
