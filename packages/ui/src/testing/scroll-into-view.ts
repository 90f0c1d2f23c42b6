// jsdom lays nothing out and has no way to scroll to a place.
Element.prototype.scrollIntoView = () => {}
