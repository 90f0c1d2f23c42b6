import type {
  DefaultError,
  InfiniteData,
  InfiniteQueryObserverOptions,
  InfiniteQueryObserverResult,
  QueryKey,
  QueryObserverOptions,
  QueryObserverResult,
} from '@tanstack/solid-query'
import { InfiniteQueryObserver, QueryObserver, useQueryClient } from '@tanstack/solid-query'
import type { Accessor } from 'solid-js'
import { createComputed, on, onCleanup, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'

/**
 * A query as something to look at: `data` is undefined until there is any, and stays through a reading that fails. Instead of the
 * library's own, which holds it in a Solid resource: whoever reads a cached one suspends again at every later answer, and the part of
 * the page around it is taken out of the document and put back, focus and all
 * (https://docs.solidjs.com/reference/components/suspense). What did not change between two answers keeps its identity here, so that
 * a list keeps its rows.
 */
export function useQuery<Answer, Failure = DefaultError, Data = Answer, Key extends QueryKey = QueryKey>(
  options: Accessor<QueryObserverOptions<Answer, Failure, Data, Answer, Key>>,
): QueryObserverResult<Data, Failure> {
  return watched(new QueryObserver(useQueryClient(), untrack(options)), options)
}

/** The same for what is read page by page. */
export function useInfiniteQuery<
  Answer,
  Failure = DefaultError,
  Data = InfiniteData<Answer>,
  Key extends QueryKey = QueryKey,
  Page = unknown,
>(
  options: Accessor<InfiniteQueryObserverOptions<Answer, Failure, Data, Key, Page>>,
): InfiniteQueryObserverResult<Data, Failure> {
  return watched(new InfiniteQueryObserver(useQueryClient(), untrack(options)), options)
}

interface Observer<Options, Result> {
  setOptions(options: Options): void
  getCurrentResult(): Result
  subscribe(listener: (result: Result) => void): () => void
}

function watched<Options, Result extends object>(
  observer: Observer<Options, Result>,
  options: Accessor<Options>,
): Result {
  const [result, setResult] = createStore<Result>({ ...observer.getCurrentResult() })
  // Begins the reading, and tells so at once.
  onCleanup(observer.subscribe((next) => setResult(next)))
  createComputed(
    on(
      options,
      (changed) => {
        observer.setOptions(changed)
        setResult(observer.getCurrentResult())
      },
      { defer: true },
    ),
  )
  return result
}
