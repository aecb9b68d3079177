/** The Java kernel that runs notebooks' cells, and how it shows figures. */
package facedepth.notebook.kernel;
