/** Depth maps, cameras, meshes, and the files they are read from and written to; plain Java. */
package facedepth.geometry;
