/** Installing the kernel, and running the system's Jupyter. */
package facedepth.notebook.jupyter;
