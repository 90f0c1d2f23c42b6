import type { JSX } from 'solid-js'
import { Match, Switch } from 'solid-js'
import { ErrorState } from './error-state.tsx'
import { SkeletonLines } from './skeleton.tsx'

/** The part of a query this needs. */
interface QueryView<Data> {
  status: 'pending' | 'error' | 'success'
  data: Data | undefined
  error: unknown
  isFetching: boolean
  refetch: () => unknown
}

interface LoadedProps<Data> {
  query: QueryView<Data>
  skeleton?: JSX.Element
  children: (data: () => Data) => JSX.Element
}

/** Skeleton, error with retry, or the thing itself, which stays when a later reading fails. */
export function Loaded<Data>(props: LoadedProps<Data>) {
  return (
    <Switch fallback={props.skeleton ?? <SkeletonLines />}>
      <Match when={props.query.data}>{(ready) => props.children(ready)}</Match>
      <Match when={props.query.status === 'error'}>
        <ErrorState
          error={props.query.error}
          onRetry={() => void props.query.refetch()}
          isRetrying={props.query.isFetching}
        />
      </Match>
    </Switch>
  )
}
