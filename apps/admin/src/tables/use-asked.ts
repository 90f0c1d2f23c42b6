/** The part of a plain list query this needs. */
interface WholeList<Row> {
  status: 'pending' | 'error' | 'success'
  data: Row[] | undefined
  error: unknown
  isFetching: boolean
  refetch: () => unknown
}

/** A list that is here whole, narrowed to the rows that were asked for. Getters, so that it stays reactive. */
export function useAsked<Row>(query: WholeList<Row>, isAskedFor: (row: Row) => boolean): WholeList<Row> {
  return {
    get status() {
      return query.status
    },
    get data() {
      return query.data?.filter((row) => isAskedFor(row))
    },
    get error() {
      return query.error
    },
    get isFetching() {
      return query.isFetching
    },
    refetch: () => query.refetch(),
  }
}
