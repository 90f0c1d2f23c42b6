/** Places of pictures that are not there yet: how many, and their width by their height. */
export interface Tiles {
  count: number
  shape: number
}
