/** The part of a plain list query this needs. */
interface ListQuery<Row> {
  status: 'pending' | 'error' | 'success'
  data: Row[] | undefined
  error: unknown
  isFetching: boolean
  refetch: () => unknown
}

/** A list that comes whole, in the shape DataTable reads. Getters, so that the query stays reactive. */
export function singlePage<Row>(query: ListQuery<Row>) {
  return {
    get status() {
      return query.status
    },
    get data() {
      const items = query.data
      return items && { pages: [{ items }] }
    },
    get error() {
      return query.error
    },
    get isFetching() {
      return query.isFetching
    },
    hasNextPage: false,
    isFetchingNextPage: false,
    isFetchNextPageError: false,
    fetchNextPage: () => undefined,
    refetch: () => query.refetch(),
  }
}
