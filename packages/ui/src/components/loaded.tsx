import type { JSX } from 'solid-js'
import { Match, Switch } from 'solid-js'
import { ErrorState } from './error-state.tsx'
import { Settled } from './settled.tsx'
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

/** Skeleton, error with retry, or the thing itself. `status` is asked first: reading `data` too early suspends the page. */
export function Loaded<Data>(props: LoadedProps<Data>) {
  const data = () => (props.query.status === 'success' ? props.query.data : undefined)
  return (
    <Switch fallback={props.skeleton ?? <SkeletonLines />}>
      <Match when={props.query.status === 'error'}>
        <ErrorState
          error={props.query.error}
          onRetry={() => void props.query.refetch()}
          isRetrying={props.query.isFetching}
        />
      </Match>
      <Match when={data()}>{(ready) => <Settled>{props.children(ready)}</Settled>}</Match>
    </Switch>
  )
}
