/** The web page and its HTTP interface: drop a photo, turn the face. */
package facedepth.app.web;
