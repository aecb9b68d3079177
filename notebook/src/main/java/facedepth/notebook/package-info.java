/** Depth maps, meshes and curves as pieces of pages; what notebooks show, and any page may. */
package facedepth.notebook;
